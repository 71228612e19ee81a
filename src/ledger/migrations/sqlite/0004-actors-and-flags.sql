-- Whom the reports name, and what an editor should look at; derived like the statements.

ALTER TABLE statement ADD COLUMN speaker TEXT NOT NULL DEFAULT '';  -- the actor who speaks, '' for none
CREATE INDEX statement_by_speaker ON statement (speaker, number) WHERE speaker <> '';

CREATE TABLE actor (
  number  INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES report (number),
  place   INTEGER NOT NULL,          -- its place among the report's actors
  id      TEXT NOT NULL,
  name    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  body    TEXT NOT NULL,             -- the actor as JSON
  UNIQUE (report, place)
) STRICT;
CREATE INDEX actor_by_id ON actor (id, report);

CREATE TABLE flag (
  number  INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES report (number),
  place   INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  body    TEXT NOT NULL,             -- the flag as JSON
  UNIQUE (report, place)
) STRICT;
CREATE INDEX flag_by_kind ON flag (kind, report);
