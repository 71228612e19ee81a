-- Where reports quote the same words otherwise is a flag on the one that does. All of it follows from the bodies of what is
-- linked: triggers keep it beside them, and `sums.ts` makes it again to compare.

CREATE TABLE link_flag (
  report INTEGER NOT NULL REFERENCES report (number),
  linked INTEGER NOT NULL,           -- the utterance
  place  INTEGER NOT NULL,           -- its place among the differences of the utterance
  kind   TEXT NOT NULL,
  PRIMARY KEY (report, linked, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_flag_by_linked ON link_flag (linked);
CREATE INDEX link_flag_by_kind ON link_flag (kind, report);
CREATE VIEW link_flag_again AS
  SELECT report.number AS report, linked.number AS linked, difference.key AS place, 'quotation-differs-between-reports' AS kind
  FROM linked JOIN json_each(linked.body, '$.differences') AS difference
  JOIN report ON report.id = difference.value ->> '$.report' WHERE linked.kind = 'utterance';

DROP VIEW tally_again;
CREATE VIEW tally_again AS
  SELECT 'report' AS what, (SELECT count(*) FROM report) AS rows UNION ALL
  SELECT 'statement', (SELECT count(*) FROM statement) UNION ALL
  SELECT 'actor', (SELECT count(DISTINCT id) FROM actor) UNION ALL
  SELECT 'flag:' || kind, count(*) FROM (SELECT kind FROM flag UNION ALL SELECT kind FROM link_flag) GROUP BY kind;
CREATE TRIGGER link_flag_counted AFTER INSERT ON link_flag BEGIN
  INSERT INTO tally VALUES ('flag:' || NEW.kind, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER link_flag_uncounted AFTER DELETE ON link_flag BEGIN
  UPDATE tally SET rows = rows - 1 WHERE what = 'flag:' || OLD.kind;
  DELETE FROM tally WHERE what = 'flag:' || OLD.kind AND rows = 0;
END;

CREATE TRIGGER linked_flagged AFTER INSERT ON linked WHEN NEW.kind = 'utterance' BEGIN
  INSERT INTO link_flag SELECT report.number, NEW.number, difference.key, 'quotation-differs-between-reports'
    FROM json_each(NEW.body, '$.differences') AS difference JOIN report ON report.id = difference.value ->> '$.report';
END;
CREATE TRIGGER linked_unflagged AFTER DELETE ON linked WHEN OLD.kind = 'utterance' BEGIN
  DELETE FROM link_flag WHERE linked = OLD.number;
END;

-- What subscribers of the calendar were told of each event. Beside the log this is the one thing that does not follow from the
-- reports: a subscriber keeps what it was told under an id, and goes by a number that never falls, whatever is linked again.

CREATE TABLE event_told (
  id       TEXT PRIMARY KEY,         -- of the linked event; it need not be there any more
  sequence INTEGER NOT NULL,         -- raised by each revision, never lowered
  entry    TEXT NOT NULL,            -- the entry as it was told last, as JSON
  last     TEXT NOT NULL,            -- its last day
  gone     TEXT                      -- when the latest report was added that left no event of this id; null where there is one
) STRICT, WITHOUT ROWID;
CREATE INDEX event_told_gone ON event_told (last, id) WHERE gone IS NOT NULL;
CREATE TABLE event_touched (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO event_touched SELECT id FROM linked WHERE kind = 'event';
CREATE TRIGGER event_linked AFTER INSERT ON linked WHEN NEW.kind = 'event' BEGIN
  INSERT INTO event_touched VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER event_unlinked AFTER DELETE ON linked WHEN OLD.kind = 'event' BEGIN
  INSERT INTO event_touched VALUES (OLD.id) ON CONFLICT DO NOTHING;
END;

-- Statements by the root source of the utterance that they render, the latest last: a search for a root walks through as many
-- as it shows. What is linked changes long after a statement was indexed, so this hangs on the links and not on its words.

CREATE TABLE root (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  who    TEXT NOT NULL,              -- the linked actor, by an id that it has or had; '' for none
  UNIQUE (name, who)
) STRICT;
CREATE INDEX root_by_who ON root (who) WHERE who <> '';
CREATE VIRTUAL TABLE root_names USING fts5 (
  name, content = 'root', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER root_named AFTER INSERT ON root BEGIN
  INSERT INTO root_names (rowid, name) VALUES (NEW.number, NEW.name);
END;
CREATE TRIGGER root_unnamed AFTER DELETE ON root BEGIN
  INSERT INTO root_names (root_names, rowid, name) VALUES ('delete', OLD.number, OLD.name);
END;

CREATE TABLE rooted (
  statement INTEGER PRIMARY KEY,     -- its number
  unit      INTEGER NOT NULL UNIQUE, -- what it is in the index of links
  root      INTEGER NOT NULL,
  held      INTEGER NOT NULL         -- 1 for an attitude, which is left out unless it is asked for
) STRICT;
CREATE INDEX rooted_by_root ON rooted (root, statement, held);
CREATE VIEW rooted_again AS
  SELECT statement.number AS statement, link_unit.number AS unit, root.number AS root, mode = 'held' AS held FROM link_unit
  JOIN linked ON linked.number = link_unit.linked
  JOIN root ON root.name = (linked.body ->> '$.root.name') AND root.who = coalesce(linked.body ->> '$.root.who', '')
  JOIN link_member ON link_member.unit = link_unit.number
  JOIN statement ON statement.report = link_member.report AND statement.id = link_member.id
  WHERE link_unit.kind = 'utterance';
INSERT INTO root (name, who)
  SELECT DISTINCT body ->> '$.root.name', coalesce(body ->> '$.root.who', '') FROM linked WHERE kind = 'utterance';
INSERT INTO rooted SELECT * FROM rooted_again;

CREATE TRIGGER unit_rooted AFTER UPDATE OF linked ON link_unit WHEN NEW.kind = 'utterance' AND NEW.linked IS NOT NULL BEGIN
  INSERT INTO root (name, who) SELECT body ->> '$.root.name', coalesce(body ->> '$.root.who', '') FROM linked
    WHERE number = NEW.linked ON CONFLICT DO NOTHING;
  INSERT INTO rooted SELECT * FROM rooted_again WHERE unit = NEW.number
    ON CONFLICT DO UPDATE SET unit = excluded.unit, root = excluded.root, held = excluded.held;
END;
CREATE TRIGGER unit_unrooted AFTER UPDATE OF linked ON link_unit WHEN NEW.kind = 'utterance' AND NEW.linked IS NULL BEGIN
  DELETE FROM rooted WHERE unit = NEW.number;
END;
CREATE TRIGGER unit_gone AFTER DELETE ON link_unit WHEN OLD.kind = 'utterance' BEGIN
  DELETE FROM rooted WHERE unit = OLD.number;
END;
