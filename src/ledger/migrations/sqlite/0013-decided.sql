-- What people decide on statements, laid over what was found in their reports. All of it follows from the statements and the
-- decisions.

ALTER TABLE statement ADD COLUMN now TEXT;      -- the statement as JSON with what is corrected; NULL where nothing is
ALTER TABLE statement ADD COLUMN decided TEXT;  -- how it stands and its decisions, as JSON; NULL where nobody decided
CREATE INDEX statement_decided ON statement (report, place) WHERE decided IS NOT NULL;
ALTER TABLE actor ADD COLUMN is_decided INTEGER NOT NULL DEFAULT 0;    -- who speaks by a decision alone
ALTER TABLE analysis ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;  -- how often it was decided on the report

CREATE INDEX decision_on ON decision (body ->> '$.on.report') WHERE body ->> '$.on.report' IS NOT NULL;
CREATE INDEX decision_undone ON decision (body ->> '$.undoes') WHERE kind = 'undo';

-- What is rejected is not counted, and no search finds it.
DROP VIEW analysis_again;
CREATE VIEW analysis_again AS
  SELECT report, (
    SELECT count(*) FROM statement WHERE statement.report = analysis.report AND mode <> 'held'
      AND (decided IS NULL OR decided ->> '$.status' <> 'rejected')
  ) AS statements FROM analysis;
DROP VIEW searched;
CREATE VIEW searched AS
  SELECT statement.number, statement.report, content, source,
    coalesce(coalesce(now, statement.body) ->> '$.speaker.name', '') AS speaker,
    coalesce(coalesce(now, statement.body) ->> '$.speaker.speaksFor.name', '') AS behind,
    names_of(statement.body -> '$.to') AS addressee,
    marks_of(mode, report.outlet, first, last, statement.kind, coalesce(now, statement.body) ->> '$.act') AS marks
  FROM statement JOIN report ON report.number = statement.report
  WHERE decided IS NULL OR decided ->> '$.status' <> 'rejected';
