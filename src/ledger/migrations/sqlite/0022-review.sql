-- What waits for a person: statements that are said or shown and that nobody decided on, in the order of how much hangs on
-- what may be wrong (`ledger/doubt.ts`). All of it follows from statements, flags, decisions and links.

CREATE TABLE review (
  statement  INTEGER PRIMARY KEY,    -- its number
  report     INTEGER NOT NULL,
  speaker    TEXT NOT NULL,          -- the actor, '' for none
  weight     TEXT NOT NULL,          -- why it should be looked at and how much, as JSON
  renditions INTEGER NOT NULL,       -- how many statements render its utterance, 1 where that is not linked
  kind       TEXT GENERATED ALWAYS AS (weight ->> '$.kind') VIRTUAL,      -- the weightiest reason
  rank       INTEGER GENERATED ALWAYS AS (
    (weight ->> '$.doubt') * (renditions + (weight ->> '$.extra'))
  ) VIRTUAL
) STRICT;
CREATE INDEX review_by_rank ON review (rank DESC, statement);
CREATE INDEX review_by_kind ON review (kind, rank DESC, statement);
CREATE INDEX review_by_speaker ON review (speaker, rank DESC, statement, kind) WHERE speaker <> '';
CREATE INDEX review_by_report ON review (report, rank DESC, statement, kind, speaker);

CREATE VIEW review_again AS
  SELECT statement.number AS statement, statement.report, statement.speaker, weight_of(
    statement.body,
    iif(report.body ->> '$.blocks[0].kind' = 'headline', report.body ->> '$.blocks[0].end', 0),
    (SELECT json_group_array(json(flag.body)) FROM flag WHERE flag.report = statement.report)
  ) AS weight, coalesce((
    SELECT json_array_length(linked.body, '$.renditions') FROM link_member
    JOIN link_unit ON link_unit.number = link_member.unit AND link_unit.kind = 'utterance'
    JOIN linked ON linked.number = link_unit.linked
    WHERE link_member.id = statement.id AND link_member.report = statement.report LIMIT 1
  ), 1) AS renditions
  FROM statement JOIN report ON report.number = statement.report
  WHERE statement.mode <> 'held' AND decided IS NULL;

-- How many wait, by reason.
CREATE TABLE review_sum (
  kind       TEXT PRIMARY KEY,
  statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW review_sum_again AS SELECT kind, count(*) AS statements FROM review GROUP BY kind;
CREATE TRIGGER review_counted AFTER INSERT ON review BEGIN
  INSERT INTO review_sum VALUES (NEW.kind, 1) ON CONFLICT DO UPDATE SET statements = statements + 1;
END;
CREATE TRIGGER review_uncounted AFTER DELETE ON review BEGIN
  UPDATE review_sum SET statements = statements - 1 WHERE kind = OLD.kind;
  DELETE FROM review_sum WHERE kind = OLD.kind AND statements = 0;
END;

-- Links change long after a statement was found.
CREATE TRIGGER unit_reviewed AFTER UPDATE OF linked ON link_unit WHEN NEW.kind = 'utterance' BEGIN
  UPDATE review SET renditions = coalesce((
      SELECT json_array_length(body, '$.renditions') FROM linked WHERE number = NEW.linked
    ), 1)
    WHERE statement = (
      SELECT statement.number FROM link_member
      JOIN statement ON statement.report = link_member.report AND statement.id = link_member.id
      WHERE link_member.unit = NEW.number LIMIT 1
    );
END;
CREATE TRIGGER member_unreviewed AFTER DELETE ON link_member WHEN OLD.id GLOB 'statement:*' BEGIN
  UPDATE review SET renditions = 1 WHERE renditions <> 1 AND statement = (
    SELECT number FROM statement WHERE statement.report = OLD.report AND statement.id = OLD.id LIMIT 1
  );
END;

INSERT INTO review (statement, report, speaker, weight, renditions)
  SELECT statement, report, speaker, weight, renditions FROM review_again;

-- What people decided lately, on statements.
CREATE INDEX decision_at ON decision (body ->> '$.at') WHERE kind IN ('accept', 'correct', 'reject');
