-- The calendar by what it is asked for: occasions or deeds, how they stand, who takes part, where, and by any word. All of it
-- follows from the bodies of linked events; triggers keep it beside them, and `sums.ts` makes the lines again to compare.

CREATE TABLE calendar_line (
  number INTEGER PRIMARY KEY,        -- of the linked event
  id     TEXT NOT NULL,
  deed   INTEGER NOT NULL,           -- 1 for what a verb alone tells
  status TEXT NOT NULL,
  day    TEXT NOT NULL,              -- the first day that stands, or of what has none the last that it had
  first  TEXT NOT NULL,              -- the first and last day of its whole schedule
  last   TEXT NOT NULL
) STRICT;
CREATE INDEX calendar_line_by_first ON calendar_line (first, last, day, deed, id);
CREATE INDEX calendar_line_by_deed ON calendar_line (deed, first, last, day, id);
CREATE INDEX calendar_line_by_status ON calendar_line (status, first, last, day, deed, id);
CREATE INDEX calendar_line_by_last ON calendar_line (last, first, day, deed, status, id) WHERE last > first;

-- Words of its names; of who takes part and who gave its dates; of where it is, and where it was to be.
CREATE VIRTUAL TABLE calendar_words USING fts5 (
  what, who, place, ever, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW calendar_line_again AS
  SELECT number, id, kind_of = 'deed' AS deed, body ->> '$.status' AS status,
    CASE WHEN date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]*' THEN substr(date, 1, 10) ELSE first END AS day, first, last
  FROM (
    SELECT number, id, first, last, body, coalesce(body ->> '$.kind', 'occasion') AS kind_of, coalesce(body ->> '$.when', (
      SELECT step.value ->> '$.when' FROM json_each(body, '$.schedule') AS step
      WHERE step.value ->> '$.when' IS NOT NULL ORDER BY step.key DESC LIMIT 1
    )) AS date
    FROM linked WHERE kind = 'event' AND first <> ''
  );
CREATE VIEW calendar_words_again AS
  SELECT number,
    concat_ws(' ', body ->> '$.title.text', body ->> '$.what',
      (SELECT group_concat(value, ' ') FROM json_each(body, '$.names'))) AS what,
    concat_ws(' ', (SELECT group_concat(value ->> '$.name', ' ') FROM json_each(body, '$.parties')),
      (SELECT group_concat(value ->> '$.by.name', ' ') FROM json_each(body, '$.schedule'))) AS who,
    coalesce(body ->> '$.place', '') AS place,
    concat_ws(' ', (SELECT group_concat(value, ' ') FROM json_each(body, '$.places')),
      (SELECT group_concat(value ->> '$.place', ' ') FROM json_each(body, '$.schedule'))) AS ever
  FROM linked WHERE kind = 'event' AND first <> '';
INSERT INTO calendar_line SELECT * FROM calendar_line_again;
INSERT INTO calendar_words (rowid, what, who, place, ever) SELECT * FROM calendar_words_again;

CREATE TRIGGER event_lined AFTER INSERT ON linked WHEN NEW.kind = 'event' AND NEW.first <> '' BEGIN
  INSERT INTO calendar_line SELECT * FROM calendar_line_again WHERE number = NEW.number;
  INSERT INTO calendar_words (rowid, what, who, place, ever) SELECT * FROM calendar_words_again WHERE number = NEW.number;
END;
CREATE TRIGGER event_unlined AFTER DELETE ON linked WHEN OLD.kind = 'event' AND OLD.first <> '' BEGIN
  DELETE FROM calendar_line WHERE number = OLD.number;
  DELETE FROM calendar_words WHERE rowid = OLD.number;
END;

-- What a subscriber of occasions alone was told of, and who took part when it was told last: what is gone, or is a deed now, is
-- told to whoever had it.
ALTER TABLE event_told ADD COLUMN occasion INTEGER NOT NULL DEFAULT 1;
ALTER TABLE event_told ADD COLUMN who TEXT NOT NULL DEFAULT '';
