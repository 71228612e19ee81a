-- Events and times of the reports, derived like the statements; and when each statement was said.

ALTER TABLE statement ADD COLUMN first TEXT NOT NULL DEFAULT '';  -- the first day on which it can have been said, '' where nothing tells
ALTER TABLE statement ADD COLUMN last TEXT NOT NULL DEFAULT '';

CREATE TABLE event (
  number  INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES report (number),
  place   INTEGER NOT NULL,          -- its place among the report's events
  id      TEXT NOT NULL,
  status  TEXT NOT NULL,
  first   TEXT NOT NULL,             -- the first and last day that its schedule speaks of, '' where it has none
  last    TEXT NOT NULL,
  body    TEXT NOT NULL,             -- the event as JSON
  UNIQUE (report, place)
) STRICT;
CREATE INDEX event_by_id ON event (id);
CREATE INDEX event_by_day ON event (first, last) WHERE first <> '';

CREATE TABLE time (
  number  INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES report (number),
  place   INTEGER NOT NULL,
  body    TEXT NOT NULL,             -- the expression of time as JSON
  UNIQUE (report, place)
) STRICT;
