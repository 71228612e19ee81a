-- How much each actor over all reports says, kept by triggers as links come and go: `sums.ts` counts it again.

CREATE INDEX actor_in_report ON actor (report, id, day, statements);
-- Where an actor speaks, the latest last: many reports name somebody who says nothing in them.
CREATE INDEX actor_who_speaks ON actor (id, day, report) WHERE statements > 0;

ALTER TABLE link_member ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;  -- of an actor, how many it makes in its report
ALTER TABLE link_unit ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;       -- of an actor's name, the members
ALTER TABLE link_unit ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;    -- and what they make together

CREATE TABLE linked_sum (
  linked     INTEGER PRIMARY KEY,    -- an actor
  kind       TEXT NOT NULL,
  is_person  INTEGER NOT NULL,
  reports    INTEGER NOT NULL,
  statements INTEGER NOT NULL
) STRICT;
CREATE INDEX linked_sum_by_most ON linked_sum (statements DESC, reports DESC, linked, kind);
CREATE INDEX linked_sum_by_sort ON linked_sum (is_person, statements DESC, reports DESC, linked);
CREATE INDEX linked_sum_by_kind ON linked_sum (kind, statements DESC, reports DESC, linked);

CREATE TABLE kind_sum (
  kind   TEXT PRIMARY KEY,
  actors INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW link_unit_again AS
  SELECT number, count(link_member.report) AS reports, coalesce(sum((
    SELECT sum(actor.statements) FROM actor WHERE actor.report = link_member.report AND actor.id = link_member.id
  )), 0) AS statements
  FROM link_unit LEFT JOIN link_member ON link_member.unit = link_unit.number AND link_unit.kind = 'actor' GROUP BY number;
CREATE VIEW linked_sum_again AS
  SELECT linked.number AS linked, linked.body ->> '$.kind' AS kind, (linked.body ->> '$.kind') = 'person' AS is_person,
    coalesce(sum(again.reports), 0) AS reports, coalesce(sum(again.statements), 0) AS statements
  FROM linked LEFT JOIN link_unit ON link_unit.linked = linked.number
  LEFT JOIN link_unit_again AS again ON again.number = link_unit.number
  WHERE linked.kind = 'actor' GROUP BY linked.number;
CREATE VIEW kind_sum_again AS
  SELECT body ->> '$.kind' AS kind, count(*) AS actors FROM linked WHERE kind = 'actor' GROUP BY 1;

UPDATE link_member SET statements = coalesce((
  SELECT sum(actor.statements) FROM actor WHERE actor.report = link_member.report AND actor.id = link_member.id
), 0) WHERE unit IN (SELECT number FROM link_unit WHERE kind = 'actor');
UPDATE link_unit SET (reports, statements) = (
  SELECT count(*), coalesce(sum(statements), 0) FROM link_member WHERE link_member.unit = link_unit.number
) WHERE kind = 'actor';
INSERT INTO linked_sum SELECT * FROM linked_sum_again;
INSERT INTO kind_sum SELECT * FROM kind_sum_again;

CREATE TRIGGER member_counted AFTER INSERT ON link_member
  WHEN (SELECT kind FROM link_unit WHERE number = NEW.unit) = 'actor' BEGIN
  UPDATE link_member SET statements = coalesce((
    SELECT sum(actor.statements) FROM actor WHERE actor.report = NEW.report AND actor.id = NEW.id
  ), 0) WHERE report = NEW.report AND unit = NEW.unit AND id = NEW.id;
  UPDATE link_unit SET reports = reports + 1, statements = statements + (
    SELECT statements FROM link_member WHERE report = NEW.report AND unit = NEW.unit AND id = NEW.id
  ) WHERE number = NEW.unit;
  UPDATE linked_sum SET reports = reports + 1, statements = statements + (
    SELECT statements FROM link_member WHERE report = NEW.report AND unit = NEW.unit AND id = NEW.id
  ) WHERE linked = (SELECT linked FROM link_unit WHERE number = NEW.unit);
END;
CREATE TRIGGER member_uncounted AFTER DELETE ON link_member
  WHEN (SELECT kind FROM link_unit WHERE number = OLD.unit) = 'actor' BEGIN
  UPDATE link_unit SET reports = reports - 1, statements = statements - OLD.statements WHERE number = OLD.unit;
  UPDATE linked_sum SET reports = reports - 1, statements = statements - OLD.statements
    WHERE linked = (SELECT linked FROM link_unit WHERE number = OLD.unit);
END;
CREATE TRIGGER unit_summed AFTER UPDATE OF linked ON link_unit WHEN NEW.kind = 'actor' BEGIN
  UPDATE linked_sum SET reports = reports - OLD.reports, statements = statements - OLD.statements WHERE linked = OLD.linked;
  UPDATE linked_sum SET reports = reports + NEW.reports, statements = statements + NEW.statements WHERE linked = NEW.linked;
END;
CREATE TRIGGER actor_linked AFTER INSERT ON linked WHEN NEW.kind = 'actor' BEGIN
  INSERT INTO linked_sum VALUES (NEW.number, NEW.body ->> '$.kind', (NEW.body ->> '$.kind') = 'person', 0, 0);
  INSERT INTO kind_sum VALUES (NEW.body ->> '$.kind', 1) ON CONFLICT DO UPDATE SET actors = actors + 1;
END;
CREATE TRIGGER actor_unlinked AFTER DELETE ON linked WHEN OLD.kind = 'actor' BEGIN
  DELETE FROM linked_sum WHERE linked = OLD.number;
  UPDATE kind_sum SET actors = actors - 1 WHERE kind = OLD.body ->> '$.kind';
  DELETE FROM kind_sum WHERE actors = 0;
END;
