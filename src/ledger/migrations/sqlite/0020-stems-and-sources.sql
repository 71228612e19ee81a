-- Words are found in all their forms: beside them the index has their stems, where those are other words (`search/query.ts`).
-- An outlet is found with and without the article that begins its name (`search/marks.ts`).

DROP TABLE statement_words;
DROP VIEW searched;
CREATE VIEW searched AS
  SELECT number, report, content, source, speaker, behind, addressee, marks,
    stems_of(content) AS content_stems, stems_of(source || ' ' || speaker) AS source_stems
  FROM (
    SELECT statement.number, statement.report, content, source,
      coalesce(coalesce(now, statement.body) ->> '$.speaker.name', '') AS speaker,
      coalesce(coalesce(now, statement.body) ->> '$.speaker.speaksFor.name', '') AS behind,
      names_of(statement.body -> '$.to') AS addressee,
      marks_of(mode, report.outlet, first, last, statement.kind, coalesce(now, statement.body) ->> '$.act') AS marks
    FROM statement JOIN report ON report.number = statement.report
    WHERE decided IS NULL OR decided ->> '$.status' <> 'rejected'
  );
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, source, speaker, behind, addressee, marks, content_stems, source_stems,
  content = 'searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO statement_words (statement_words) VALUES ('rebuild');

-- What statements that were found are grouped and ordered by, so that the index alone answers for some thousands of them.
CREATE INDEX statement_facets ON statement (
  number, report, kind, first, coalesce(now, body) ->> '$.act', coalesce(now, body) ->> '$.speaker.name',
  coalesce(now, body) ->> '$.speaker.speaksFor.name'
);

-- Who has what from whom: of each utterance its outlets in the order of publication, as far as it was said or shown, with its root
-- and how the outlet stands to the others that have it: alone with it; first, that is a day before all others; on the same
-- day as others that were first; later; or not known, where a date that decides is not. Triggers keep it and its sums.

CREATE TABLE told (
  linked     INTEGER NOT NULL,       -- the utterance
  nth        INTEGER NOT NULL,       -- 1 for the outlet that published it first
  outlet     TEXT NOT NULL,          -- '' where it is not known
  kind       TEXT NOT NULL,          -- of the root: medium, body, speaker
  root       TEXT NOT NULL,
  statements INTEGER NOT NULL,
  stood      TEXT NOT NULL,          -- alone, first, same day, later, not known
  PRIMARY KEY (linked, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_outlet ON told (outlet, stood, linked);
CREATE VIEW told_again AS
  WITH had AS (
    SELECT linked.number AS linked, coalesce(report.outlet, '') AS outlet, linked.body ->> '$.root.kind' AS kind,
      linked.body ->> '$.root.name' AS root, count(*) AS statements, min(rendition.key) AS place,
      min(CASE WHEN length(published) >= 10 THEN substr(published, 1, 10) END) AS day
    FROM linked CROSS JOIN json_each(linked.body, '$.renditions') AS rendition
    CROSS JOIN report ON report.id = rendition.value ->> '$.report'
    CROSS JOIN statement ON statement.report = report.number AND statement.id = rendition.value ->> '$.statement'
    WHERE linked.kind = 'utterance' AND statement.mode <> 'held'
    GROUP BY linked.number, report.outlet
  )
  SELECT linked, row_number() OVER (PARTITION BY linked ORDER BY day IS NULL, day, place) AS nth, outlet, kind, root, statements,
    CASE
      WHEN count(*) OVER (PARTITION BY linked) = 1 THEN 'alone'
      WHEN day IS NULL THEN 'not known'
      WHEN rank() OVER (PARTITION BY linked ORDER BY day IS NULL, day) > 1 THEN 'later'
      WHEN count(day) OVER (PARTITION BY linked) < count(*) OVER (PARTITION BY linked) THEN 'not known'
      WHEN count(*) OVER (PARTITION BY linked ORDER BY day IS NULL, day) > 1 THEN 'same day'
      ELSE 'first'
    END AS stood FROM had;
INSERT INTO told SELECT * FROM told_again;

CREATE TABLE taken (
  kind       TEXT NOT NULL,
  root       TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  utterances INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  first      INTEGER NOT NULL,       -- utterances that the outlet had first
  PRIMARY KEY (kind, root, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_by_root ON taken (kind, root, utterances DESC, outlet);
CREATE INDEX taken_by_outlet ON taken (outlet, kind, utterances DESC, root);
CREATE VIEW taken_again AS
  SELECT kind, root, outlet, count(*) AS utterances, sum(statements) AS statements, sum(stood = 'first') AS first
  FROM told GROUP BY kind, root, outlet;
INSERT INTO taken SELECT * FROM taken_again;

CREATE TABLE root_sum (
  kind       TEXT NOT NULL,
  root       TEXT NOT NULL,
  utterances INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  outlets    INTEGER NOT NULL,
  PRIMARY KEY (kind, root)
) STRICT, WITHOUT ROWID;
CREATE INDEX root_sum_by_most ON root_sum (kind, statements DESC, root);
CREATE VIEW root_sum_again AS
  SELECT kind, root, sum(nth = 1) AS utterances, sum(statements) AS statements, count(DISTINCT outlet) AS outlets
  FROM told GROUP BY kind, root;
INSERT INTO root_sum SELECT * FROM root_sum_again;

CREATE TABLE outlet_sum (
  outlet     TEXT PRIMARY KEY,
  reports    INTEGER NOT NULL,       -- without later versions of them
  utterances INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  alone      INTEGER NOT NULL,       -- utterances that no other outlet has
  first      INTEGER NOT NULL,
  later      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_sum_by_most ON outlet_sum (reports DESC, outlet);
CREATE VIEW outlet_sum_again AS
  SELECT own.outlet, reports, coalesce(utterances, 0) AS utterances, coalesce(statements, 0) AS statements,
    coalesce(alone, 0) AS alone, coalesce(first, 0) AS first, coalesce(later, 0) AS later
  FROM (SELECT coalesce(outlet, '') AS outlet, sum(version = 1) AS reports FROM report GROUP BY 1) AS own
  LEFT JOIN (
    SELECT outlet, count(*) AS utterances, sum(statements) AS statements, sum(stood = 'alone') AS alone,
      sum(stood = 'first') AS first, sum(stood = 'later') AS later FROM told GROUP BY outlet
  ) AS had USING (outlet);
INSERT INTO outlet_sum SELECT * FROM outlet_sum_again;

CREATE TRIGGER report_from_outlet AFTER INSERT ON report BEGIN
  INSERT INTO outlet_sum VALUES (coalesce(NEW.outlet, ''), NEW.version = 1, 0, 0, 0, 0, 0)
    ON CONFLICT DO UPDATE SET reports = reports + excluded.reports;
END;
CREATE TRIGGER linked_taken AFTER INSERT ON linked WHEN NEW.kind = 'utterance' BEGIN
  INSERT INTO told SELECT * FROM told_again WHERE linked = NEW.number;
END;
CREATE TRIGGER linked_untaken AFTER DELETE ON linked WHEN OLD.kind = 'utterance' BEGIN
  DELETE FROM told WHERE linked = OLD.number;
END;
CREATE TRIGGER taken_counted AFTER INSERT ON taken BEGIN
  UPDATE root_sum SET outlets = outlets + 1 WHERE kind = NEW.kind AND root = NEW.root;
END;
CREATE TRIGGER taken_uncounted AFTER DELETE ON taken BEGIN
  UPDATE root_sum SET outlets = outlets - 1 WHERE kind = OLD.kind AND root = OLD.root;
END;
CREATE TRIGGER told_counted AFTER INSERT ON told BEGIN
  INSERT INTO root_sum VALUES (NEW.kind, NEW.root, NEW.nth = 1, NEW.statements, 0)
    ON CONFLICT DO UPDATE SET utterances = utterances + excluded.utterances, statements = statements + excluded.statements;
  INSERT INTO taken VALUES (NEW.kind, NEW.root, NEW.outlet, 1, NEW.statements, NEW.stood = 'first')
    ON CONFLICT DO UPDATE SET utterances = utterances + 1, statements = statements + excluded.statements,
      first = first + excluded.first;
  UPDATE outlet_sum SET utterances = utterances + 1, statements = statements + NEW.statements,
    alone = alone + (NEW.stood = 'alone'), first = first + (NEW.stood = 'first'), later = later + (NEW.stood = 'later')
    WHERE outlet = NEW.outlet;
END;
CREATE TRIGGER told_uncounted AFTER DELETE ON told BEGIN
  UPDATE taken SET utterances = utterances - 1, statements = statements - OLD.statements, first = first - (OLD.stood = 'first')
    WHERE kind = OLD.kind AND root = OLD.root AND outlet = OLD.outlet;
  DELETE FROM taken WHERE kind = OLD.kind AND root = OLD.root AND outlet = OLD.outlet AND utterances = 0;
  UPDATE root_sum SET utterances = utterances - (OLD.nth = 1), statements = statements - OLD.statements
    WHERE kind = OLD.kind AND root = OLD.root;
  DELETE FROM root_sum WHERE kind = OLD.kind AND root = OLD.root AND outlets = 0;
  UPDATE outlet_sum SET utterances = utterances - 1, statements = statements - OLD.statements,
    alone = alone - (OLD.stood = 'alone'), first = first - (OLD.stood = 'first'), later = later - (OLD.stood = 'later')
    WHERE outlet = OLD.outlet;
END;
