-- What was tried, where and when, and what came of it: the coverage. A visit is appended and never changed.

CREATE TABLE visit (
  number   INTEGER PRIMARY KEY,
  place    TEXT NOT NULL,            -- the address or file that was asked for
  source   TEXT NOT NULL,            -- the host, or "files"
  feed     TEXT,                     -- the feed that led there
  at       TEXT NOT NULL,
  outcome  TEXT NOT NULL,            -- added, changed, analysed again, unchanged, gone, refused, failed
  code     TEXT,                     -- the named reason of the last three
  message  TEXT,
  report   TEXT,
  snapshot TEXT REFERENCES snapshot (id)
) STRICT;
CREATE INDEX visit_by_place ON visit (place, number);
CREATE INDEX visit_by_report ON visit (report) WHERE report IS NOT NULL;
CREATE INDEX visit_by_source ON visit (source, outcome);

CREATE TRIGGER visit_is_kept BEFORE UPDATE ON visit BEGIN SELECT RAISE(ABORT, 'a visit is never changed'); END;
CREATE TRIGGER visit_stays BEFORE DELETE ON visit BEGIN SELECT RAISE(ABORT, 'a visit is never deleted'); END;

-- How to ask again, and where work was broken off: of no worth to the record, and changed as it goes on.

CREATE TABLE policy (
  place TEXT PRIMARY KEY,
  body  TEXT NOT NULL                -- what HTTP caching keeps of the last answer, as JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
  place    TEXT PRIMARY KEY,
  title    TEXT,
  checked  TEXT NOT NULL,
  due      TEXT NOT NULL,            -- when it is to be asked again
  failures INTEGER NOT NULL,         -- how often in a row it could not be read
  message  TEXT                      -- why, the last time
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  feed     TEXT NOT NULL,
  place    TEXT NOT NULL,
  stamp    TEXT NOT NULL,            -- what the feed says of it: when that changes, the page may have
  listed   TEXT NOT NULL,            -- when the feed had it first, and last
  seen     TEXT NOT NULL,
  vanished TEXT,                     -- when the feed was first seen without it
  due      TEXT,                     -- when the page is to be visited, null for never again
  visits   INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  PRIMARY KEY (feed, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_by_due ON item (due) WHERE due IS NOT NULL;

CREATE TABLE mark (
  place       TEXT PRIMARY KEY,      -- a file that holds many reports
  fingerprint TEXT NOT NULL,         -- its size and time, and who analyses: another file has no mark
  at          INTEGER NOT NULL,      -- the byte up to which all of it is done
  count       INTEGER NOT NULL       -- how many records that are
) STRICT, WITHOUT ROWID;
