-- What is derived from the reports by an analyser, and may be derived again.

CREATE TABLE analysis (
  report   INTEGER PRIMARY KEY REFERENCES report (number),
  analyser TEXT NOT NULL
) STRICT;

CREATE TABLE statement (
  number  INTEGER PRIMARY KEY,
  id      TEXT NOT NULL,
  report  INTEGER NOT NULL REFERENCES report (number),
  place   INTEGER NOT NULL,          -- its place among the report's statements
  mode    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  content TEXT NOT NULL,             -- the words that are searched
  source  TEXT NOT NULL,
  body    TEXT NOT NULL,             -- the statement as JSON
  UNIQUE (report, place)
) STRICT;
