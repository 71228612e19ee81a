-- Searches ask too for whom is spoken and who is spoken to, for the act and for how it is told: `search/marks.ts`.

DROP TABLE statement_words;
DROP VIEW searched;
CREATE VIEW searched AS
  SELECT statement.number, statement.report, content, source,
    coalesce(statement.body ->> '$.speaker.name', '') AS speaker,
    coalesce(statement.body ->> '$.speaker.speaksFor.name', '') AS behind,
    names_of(statement.body -> '$.to') AS addressee,
    marks_of(mode, report.outlet, first, last, statement.kind, statement.body ->> '$.act') AS marks
  FROM statement JOIN report ON report.number = statement.report;
CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, source, speaker, behind, addressee, marks,
  content = 'searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
