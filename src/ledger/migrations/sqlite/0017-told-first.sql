-- On which day each utterance was told first and when it came, so that a page shows the latest of a million without looking at
-- the others. All of it follows from the bodies of what is linked: triggers keep it beside them, and `sums.ts` makes it again to
-- compare.

CREATE TABLE told_first (
  linked INTEGER PRIMARY KEY,        -- the utterance
  day    TEXT NOT NULL,              -- of the first publication; of a report without a date, when it was added
  came   TEXT NOT NULL               -- the moment at which the first of its reports was added
) STRICT;
CREATE INDEX told_first_by_day ON told_first (day, came, linked);
CREATE INDEX told_first_by_came ON told_first (came, linked);
CREATE VIEW told_first_again AS
  SELECT linked.number AS linked, min(substr(coalesce(report.published, report.added), 1, 10)) AS day,
    min(report.added) AS came
  FROM linked JOIN json_each(linked.body, '$.renditions') AS rendition
  JOIN report ON report.id = rendition.value ->> '$.report' WHERE linked.kind = 'utterance' GROUP BY linked.number;
INSERT INTO told_first SELECT * FROM told_first_again;
CREATE TRIGGER linked_told AFTER INSERT ON linked WHEN NEW.kind = 'utterance' BEGIN
  INSERT INTO told_first SELECT * FROM told_first_again WHERE linked = NEW.number;
END;
CREATE TRIGGER linked_untold AFTER DELETE ON linked WHEN OLD.kind = 'utterance' BEGIN
  DELETE FROM told_first WHERE linked = OLD.number;
END;

-- The changes of position that alerts told.
CREATE INDEX news_of_positions ON news (number) WHERE body ->> '$.kind' = 'position';
