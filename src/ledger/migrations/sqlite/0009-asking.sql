-- What pages and searches ask of a large ledger, answered without a walk through it. All of it follows from the other
-- tables: triggers keep the sums, and beside each stands a view that counts it again (`sums.ts` compares the two).

CREATE TABLE tally (
  what TEXT PRIMARY KEY,             -- report, statement, actor, and flag: with the rule
  rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW tally_again AS
  SELECT 'report' AS what, (SELECT count(*) FROM report) AS rows UNION ALL
  SELECT 'statement', (SELECT count(*) FROM statement) UNION ALL
  SELECT 'actor', (SELECT count(DISTINCT id) FROM actor) UNION ALL
  SELECT 'flag:' || kind, count(*) FROM flag GROUP BY kind;
INSERT INTO tally SELECT * FROM tally_again;

CREATE TRIGGER report_counted AFTER INSERT ON report BEGIN UPDATE tally SET rows = rows + 1 WHERE what = 'report'; END;
CREATE TRIGGER statement_counted AFTER INSERT ON statement BEGIN UPDATE tally SET rows = rows + 1 WHERE what = 'statement'; END;
CREATE TRIGGER statement_uncounted AFTER DELETE ON statement BEGIN UPDATE tally SET rows = rows - 1 WHERE what = 'statement'; END;
CREATE TRIGGER flag_counted AFTER INSERT ON flag BEGIN
  INSERT INTO tally VALUES ('flag:' || NEW.kind, 1) ON CONFLICT DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER flag_uncounted AFTER DELETE ON flag BEGIN
  UPDATE tally SET rows = rows - 1 WHERE what = 'flag:' || OLD.kind;
  DELETE FROM tally WHERE what = 'flag:' || OLD.kind AND rows = 0;
END;

-- What is said and shown, by report and by actor. An actor's latest report stands first in the index, with its codes.

DROP INDEX statement_by_speaker;
CREATE INDEX statement_by_speaker ON statement (speaker, report, place) WHERE speaker <> '' AND mode <> 'held';

ALTER TABLE analysis ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
CREATE VIEW analysis_again AS
  SELECT report, (
    SELECT count(*) FROM statement WHERE statement.report = analysis.report AND mode <> 'held'
  ) AS statements FROM analysis;
UPDATE analysis SET statements = (SELECT statements FROM analysis_again AS again WHERE again.report = analysis.report);

ALTER TABLE actor ADD COLUMN day TEXT NOT NULL DEFAULT '';         -- when its report was published, or added where that is not known
ALTER TABLE actor ADD COLUMN country TEXT;
ALTER TABLE actor ADD COLUMN sector TEXT;
ALTER TABLE actor ADD COLUMN statements INTEGER NOT NULL DEFAULT 0; -- how many it makes in its report
CREATE VIEW actor_again AS
  SELECT actor.number, coalesce(published, added) AS day,
    actor.body ->> '$.country' AS country, actor.body ->> '$.sector' AS sector, (
      SELECT count(*) FROM statement
      WHERE speaker = actor.id AND speaker <> '' AND mode <> 'held' AND statement.report = actor.report
    ) AS statements
  FROM actor JOIN report ON report.number = actor.report;
DROP INDEX actor_by_id;
UPDATE actor SET (day, country, sector, statements) =
  (SELECT day, country, sector, statements FROM actor_again AS again WHERE again.number = actor.number);
CREATE INDEX actor_by_day ON actor (id, day, report, country, sector);

CREATE TABLE actor_sum (
  id         TEXT PRIMARY KEY,
  reports    INTEGER NOT NULL,
  statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW actor_sum_again AS
  SELECT id, count(*) AS reports, sum(statements) AS statements FROM actor GROUP BY id;
INSERT INTO actor_sum SELECT * FROM actor_sum_again;
CREATE INDEX actor_sum_by_most ON actor_sum (statements DESC, reports DESC, id);

CREATE TRIGGER actor_sum_counted AFTER INSERT ON actor_sum BEGIN UPDATE tally SET rows = rows + 1 WHERE what = 'actor'; END;
CREATE TRIGGER actor_sum_uncounted AFTER DELETE ON actor_sum BEGIN UPDATE tally SET rows = rows - 1 WHERE what = 'actor'; END;
CREATE TRIGGER actor_counted AFTER INSERT ON actor BEGIN
  INSERT INTO actor_sum VALUES (NEW.id, 1, NEW.statements)
    ON CONFLICT DO UPDATE SET reports = reports + 1, statements = statements + excluded.statements;
END;
CREATE TRIGGER actor_uncounted AFTER DELETE ON actor BEGIN
  UPDATE actor_sum SET reports = reports - 1, statements = statements - OLD.statements WHERE id = OLD.id;
  DELETE FROM actor_sum WHERE id = OLD.id AND reports = 0;
END;

-- Events by their first day; those that last longer or have moved also by their last.

DROP INDEX event_by_day;
CREATE INDEX event_by_first ON event (first, last, id) WHERE first <> '';
CREATE INDEX event_by_last ON event (last, first) WHERE first <> '' AND last > first;

-- The coverage of each source. A gap is the longest time between two visits that follow each other, if longer than a day.

DROP INDEX visit_by_source;
CREATE INDEX visit_in_vain ON visit (number) WHERE outcome IN ('gone', 'refused', 'failed');

CREATE TABLE source_sum (
  source   TEXT PRIMARY KEY,
  visits   INTEGER NOT NULL,
  places   INTEGER NOT NULL,
  reports  INTEGER NOT NULL,
  first    TEXT NOT NULL,
  last     TEXT NOT NULL,
  latest   TEXT NOT NULL,            -- the moment of the visit that was told last
  gap_from TEXT,
  gap_to   TEXT
) STRICT, WITHOUT ROWID;
CREATE VIEW source_sum_again (source, visits, places, reports, first, last, latest, gap_from, gap_to) AS
  WITH latest AS (SELECT source, at, max(number) FROM visit GROUP BY source),
  steps AS (
    SELECT source, number, lag(at) OVER (PARTITION BY source ORDER BY number) AS gap_from, at AS gap_to FROM visit
  ), gaps AS (
    SELECT source, gap_from, gap_to, row_number() OVER (
      PARTITION BY source ORDER BY julianday(gap_to) - julianday(gap_from) DESC, number
    ) AS rank FROM steps WHERE julianday(gap_to) - julianday(gap_from) > 1
  )
  SELECT visit.source, count(*), count(DISTINCT place), count(DISTINCT report), min(visit.at), max(visit.at),
    max(latest.at), max(gap_from), max(gap_to)
  FROM visit JOIN latest USING (source) LEFT JOIN gaps ON gaps.source = visit.source AND rank = 1
  GROUP BY visit.source;
INSERT INTO source_sum SELECT * FROM source_sum_again;

CREATE TABLE outcome_sum (
  source  TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code    TEXT NOT NULL,             -- the named reason, '' for none
  visits  INTEGER NOT NULL,
  PRIMARY KEY (source, outcome, code)
) STRICT, WITHOUT ROWID;
CREATE VIEW outcome_sum_again AS
  SELECT source, outcome, coalesce(code, '') AS code, count(*) AS visits FROM visit GROUP BY 1, 2, 3;
INSERT INTO outcome_sum SELECT * FROM outcome_sum_again;

CREATE TRIGGER visit_counted AFTER INSERT ON visit BEGIN
  INSERT INTO source_sum VALUES (NEW.source, 0, 0, 0, NEW.at, NEW.at, NEW.at, NULL, NULL) ON CONFLICT DO NOTHING;
  UPDATE source_sum SET
    visits = visits + 1,
    places = places + NOT EXISTS (SELECT 1 FROM visit WHERE place = NEW.place AND number < NEW.number),
    reports = reports + (NEW.report IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM visit WHERE report = NEW.report AND source = NEW.source AND number < NEW.number)),
    first = min(first, NEW.at),
    last = max(last, NEW.at),
    latest = NEW.at,
    (gap_from, gap_to) = (SELECT latest, NEW.at
        WHERE julianday(NEW.at) - julianday(latest) > coalesce(julianday(gap_to) - julianday(gap_from), 1)
      UNION ALL SELECT gap_from, gap_to LIMIT 1)
    WHERE source = NEW.source;
  INSERT INTO outcome_sum VALUES (NEW.source, NEW.outcome, coalesce(NEW.code, ''), 1)
    ON CONFLICT DO UPDATE SET visits = visits + 1;
END;

-- The items of each feed.

CREATE TABLE item_sum (
  feed     TEXT PRIMARY KEY,
  items    INTEGER NOT NULL,
  waiting  INTEGER NOT NULL,         -- due, and never visited
  vanished INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW item_sum_again AS
  SELECT feed, count(*) AS items, sum(visits = 0 AND due IS NOT NULL) AS waiting, count(vanished) AS vanished
  FROM item GROUP BY feed;
INSERT INTO item_sum SELECT * FROM item_sum_again;

CREATE TRIGGER item_counted AFTER INSERT ON item BEGIN
  INSERT INTO item_sum VALUES (NEW.feed, 1, NEW.visits = 0 AND NEW.due IS NOT NULL, NEW.vanished IS NOT NULL)
    ON CONFLICT DO UPDATE SET items = items + 1, waiting = waiting + excluded.waiting, vanished = vanished + excluded.vanished;
END;
CREATE TRIGGER item_recounted AFTER UPDATE ON item BEGIN
  UPDATE item_sum SET
    waiting = waiting + (NEW.visits = 0 AND NEW.due IS NOT NULL) - (OLD.visits = 0 AND OLD.due IS NOT NULL),
    vanished = vanished + (NEW.vanished IS NOT NULL) - (OLD.vanished IS NOT NULL)
    WHERE feed = NEW.feed;
END;

-- Statements by their words, the name of whoever speaks, and marks of mode, outlet and days (`search/marks.ts`), so that
-- a search is answered by the index alone. Whoever changes what the marks are has it built again in a migration.

DROP TABLE statement_words;
CREATE VIEW searched AS
  SELECT statement.number, statement.report, content, source,
    coalesce(statement.body ->> '$.speaker.name', '') AS speaker,
    marks_of(mode, report.outlet, first, last) AS marks
  FROM statement JOIN report ON report.number = statement.report;
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, source, speaker, marks,
  content = 'searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
