-- What coverage asks of a large ledger: on which days each source gave reports, and how many reports each analyser read.
-- Both follow from visits and analyses; triggers keep them, and a view beside each counts again.

CREATE TABLE source_day (
  source  TEXT NOT NULL,
  day     TEXT NOT NULL,             -- of the visits, in UTC
  visits  INTEGER NOT NULL,
  reports INTEGER NOT NULL,          -- those that it brought, new or changed
  PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;
CREATE VIEW source_day_again AS
  SELECT source, substr(at, 1, 10) AS day, count(*) AS visits, sum(outcome IN ('added', 'changed')) AS reports
  FROM visit GROUP BY 1, 2;
INSERT INTO source_day SELECT * FROM source_day_again;

CREATE TRIGGER visit_counted_by_day AFTER INSERT ON visit BEGIN
  INSERT INTO source_day VALUES (NEW.source, substr(NEW.at, 1, 10), 1, NEW.outcome IN ('added', 'changed'))
    ON CONFLICT DO UPDATE SET visits = visits + 1, reports = reports + excluded.reports;
END;

CREATE TABLE analyser_sum (
  analyser TEXT PRIMARY KEY,
  reports  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIEW analyser_sum_again AS SELECT analyser, count(*) AS reports FROM analysis GROUP BY analyser;
INSERT INTO analyser_sum SELECT * FROM analyser_sum_again;

CREATE TRIGGER analysis_counted AFTER INSERT ON analysis BEGIN
  INSERT INTO analyser_sum VALUES (NEW.analyser, 1) ON CONFLICT DO UPDATE SET reports = reports + 1;
END;
CREATE TRIGGER analysis_uncounted AFTER DELETE ON analysis BEGIN
  UPDATE analyser_sum SET reports = reports - 1 WHERE analyser = OLD.analyser;
  DELETE FROM analyser_sum WHERE reports = 0;
END;
CREATE TRIGGER analysis_recounted AFTER UPDATE OF analyser ON analysis WHEN NEW.analyser <> OLD.analyser BEGIN
  UPDATE analyser_sum SET reports = reports - 1 WHERE analyser = OLD.analyser;
  DELETE FROM analyser_sum WHERE reports = 0;
  INSERT INTO analyser_sum VALUES (NEW.analyser, 1) ON CONFLICT DO UPDATE SET reports = reports + 1;
END;
