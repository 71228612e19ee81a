-- Saved searches and what they found: what somebody wants to be told, and no part of the record. May be removed at any time.

CREATE TABLE alert (
  number   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE COLLATE NOCASE,
  body     TEXT NOT NULL,                        -- as JSON: what it asks, and where it is told
  secret   TEXT,                                 -- signs what is sent, NULL without a webhook
  looked   TEXT NOT NULL,                        -- as JSON: how far it has looked, and what it compares with
  digested INTEGER NOT NULL DEFAULT 0,           -- the last of its news that a digest told
  failures INTEGER NOT NULL DEFAULT 0,           -- how often in a row sending failed
  due      TEXT,                                 -- nothing is sent before
  why      TEXT,                                 -- why sending failed the last time
  is_over  INTEGER NOT NULL DEFAULT 0,           -- whether the receiver wants nothing any more
  busy     TEXT                                  -- until when another process is sending
) STRICT;

CREATE TABLE news (
  number INTEGER PRIMARY KEY,                    -- the order of finding
  alert  INTEGER NOT NULL REFERENCES alert (number),
  id     TEXT NOT NULL,
  found  TEXT NOT NULL,
  at     TEXT NOT NULL,                          -- when what it tells was added
  body   TEXT NOT NULL,                          -- as JSON
  sent   TEXT,                                   -- when its receiver took it
  UNIQUE (alert, id)
) STRICT;
CREATE INDEX news_by_alert ON news (alert, number);
CREATE INDEX news_to_send ON news (alert, number) WHERE sent IS NULL;
