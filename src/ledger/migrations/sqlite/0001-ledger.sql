-- What is kept for ever. Nothing here is changed or deleted: the triggers at the end say so to everybody who tries.

CREATE TABLE snapshot (
  id     TEXT PRIMARY KEY,           -- sha256:… of the bytes
  size   INTEGER NOT NULL,
  gzip   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  number    INTEGER PRIMARY KEY,     -- the order of their coming
  id        TEXT NOT NULL UNIQUE,
  lineage   TEXT NOT NULL,           -- joins the versions of one report
  version   INTEGER NOT NULL,
  format    TEXT NOT NULL,           -- how the snapshot's bytes are to be read
  snapshot  TEXT NOT NULL REFERENCES snapshot (id),
  outlet    TEXT,
  published TEXT,
  headline  TEXT,
  text      TEXT NOT NULL,
  body      TEXT NOT NULL,           -- the report as JSON, without its text
  added     TEXT NOT NULL,
  UNIQUE (lineage, version)
) STRICT;

CREATE TABLE log (
  number   INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  digest   TEXT NOT NULL,            -- SHA-256 of what was taken in
  at       TEXT NOT NULL,
  previous TEXT NOT NULL,            -- the hash of the row before
  hash     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER snapshot_is_kept BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;
CREATE TRIGGER snapshot_stays BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;
CREATE TRIGGER report_is_kept BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'a report is never deleted'); END;
CREATE TRIGGER log_is_kept BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
