-- How reports came out of pages: kept for ever, like the reports. With it a text is proved from its snapshot's bytes.

CREATE TABLE origin (
  report INTEGER PRIMARY KEY REFERENCES report (number),
  body   TEXT NOT NULL               -- the origin as JSON, its segments as runs of four numbers
) STRICT;

CREATE TRIGGER origin_is_kept BEFORE UPDATE ON origin BEGIN SELECT RAISE(ABORT, 'an origin is never changed'); END;
CREATE TRIGGER origin_stays BEFORE DELETE ON origin BEGIN SELECT RAISE(ABORT, 'an origin is never deleted'); END;
