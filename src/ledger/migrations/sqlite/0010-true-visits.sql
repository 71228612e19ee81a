-- How to ask again, over processes: what tells whether an answer is another, which hosts rest, and what lists of feeds
-- lead to. Of no worth to the record, and changed as it goes on. What was kept to ask by before is left: it also answered
-- visits that were not made, and the next question is asked in full.

DROP TABLE policy;
CREATE TABLE policy (
  place    TEXT PRIMARY KEY,         -- what was asked for
  address  TEXT NOT NULL,            -- what answered, after all redirects
  is_moved INTEGER NOT NULL,         -- whether the way there is for good: then it is asked at once
  etag     TEXT,
  modified TEXT,
  report   TEXT                      -- the report that the answer held, null for a feed
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_by_address ON policy (address) WHERE is_moved;

CREATE TABLE rest (
  host  TEXT PRIMARY KEY,
  until TEXT NOT NULL,               -- it wants not to be asked before
  times INTEGER NOT NULL             -- how often in a row it said so
) STRICT, WITHOUT ROWID;

CREATE TABLE below (
  feed  TEXT NOT NULL,               -- a list of feeds
  place TEXT NOT NULL,               -- a feed that it leads to
  PRIMARY KEY (feed, place)
) STRICT, WITHOUT ROWID;

-- A page is one item of each feed that lists it, all of them due at once and visited once.

CREATE INDEX item_by_place ON item (place);
CREATE TRIGGER item_uncounted AFTER DELETE ON item BEGIN
  UPDATE item_sum SET
    items = items - 1,
    waiting = waiting - (OLD.visits = 0 AND OLD.due IS NOT NULL),
    vanished = vanished - (OLD.vanished IS NOT NULL)
    WHERE feed = OLD.feed;
  DELETE FROM item_sum WHERE feed = OLD.feed AND items = 0;
END;
UPDATE item SET (due, visits, failures) = (
  SELECT min(other.due), max(other.visits), min(other.failures) FROM item AS other WHERE other.place = item.place
);
