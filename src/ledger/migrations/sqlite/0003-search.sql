-- Words, for find and verify. The index holds no text of its own: it points into the tables above.

CREATE VIRTUAL TABLE report_words USING fts5 (
  text, content = 'report', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE report_vocabulary USING fts5vocab (report_words, row);

CREATE VIRTUAL TABLE statement_words USING fts5 (
  content, source, content = 'statement', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
