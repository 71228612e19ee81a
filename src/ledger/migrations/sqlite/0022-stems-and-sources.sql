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
