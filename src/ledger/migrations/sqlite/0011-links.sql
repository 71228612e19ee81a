-- One picture from many reports: what is one over reports, and why. All of it follows from what was found in the reports
-- and may be linked again.

CREATE TABLE link_unit (
  number INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL,              -- actor, utterance, event
  unit   TEXT NOT NULL,              -- a statement, an event, a surname in its report, a full name over all reports
  linked INTEGER,                    -- the group that it is in
  UNIQUE (kind, unit)
) STRICT;
CREATE INDEX link_unit_by_linked ON link_unit (linked);

CREATE TABLE link_member (
  report INTEGER NOT NULL REFERENCES report (number),
  unit   INTEGER NOT NULL REFERENCES link_unit (number),
  id     TEXT NOT NULL,              -- its id in its report
  alias  TEXT NOT NULL,              -- the id that its group has where it is the first of it
  PRIMARY KEY (report, unit, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_member_by_unit ON link_member (unit, report);
CREATE INDEX link_member_by_alias ON link_member (alias);
CREATE INDEX link_member_by_id ON link_member (id);

CREATE TABLE link_key (
  key  INTEGER NOT NULL,             -- the hash of a kind and a key
  unit INTEGER NOT NULL REFERENCES link_unit (number),
  PRIMARY KEY (key, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_pair (
  a     INTEGER NOT NULL REFERENCES link_unit (number),
  b     INTEGER NOT NULL REFERENCES link_unit (number),
  rule  TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_pair_by_b ON link_pair (b, a);

CREATE TABLE linked (
  number  INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  names   TEXT NOT NULL,             -- all that it is called, as it is searched
  first   TEXT NOT NULL,             -- the first and last day that its schedule speaks of, '' where it has none
  last    TEXT NOT NULL,
  body    TEXT NOT NULL              -- as JSON
) STRICT;
CREATE INDEX linked_by_first ON linked (kind, first, last) WHERE first <> '';
CREATE INDEX linked_by_last ON linked (kind, last, first) WHERE first <> '' AND last > first;
CREATE VIRTUAL TABLE linked_names USING fts5 (
  names, content = 'linked', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

-- The calendar asks of linked events.
DROP INDEX event_by_first;
DROP INDEX event_by_last;

CREATE TABLE link_done (
  report INTEGER PRIMARY KEY REFERENCES report (number),
  linker TEXT NOT NULL               -- by what it was linked: rules, words and model
) STRICT;

-- What people decide, kept for ever and chained like the visits. An undoing is another decision.

CREATE TABLE decision (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  kind   TEXT NOT NULL,
  body   TEXT NOT NULL,              -- the decision as JSON
  hash   TEXT NOT NULL               -- over the body and the hash of the decision before
) STRICT;

CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
