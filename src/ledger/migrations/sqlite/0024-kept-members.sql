-- What members are compared by is kept beside them, so that linking a report reads no other record. What was linked before has
-- none, and is linked anew.

CREATE TABLE link_kept (
  unit   INTEGER NOT NULL,
  report INTEGER NOT NULL,
  id     TEXT NOT NULL,
  kept   TEXT NOT NULL,              -- as the linker wrote it
  PRIMARY KEY (unit, report, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER link_kept_goes AFTER DELETE ON link_member BEGIN
  DELETE FROM link_kept WHERE unit = OLD.unit AND report = OLD.report AND id = OLD.id;
END;
CREATE TABLE link_report (
  report INTEGER PRIMARY KEY REFERENCES report (number),
  kept   TEXT NOT NULL               -- what all members of a report are compared by
) STRICT;

INSERT INTO linked_names (linked_names) VALUES ('delete-all');
DELETE FROM link_done;
DELETE FROM link_placed;
DELETE FROM link_pair;
DELETE FROM link_key;
DELETE FROM link_member;
DELETE FROM linked;
DELETE FROM link_unit;
DELETE FROM root;
