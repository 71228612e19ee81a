-- A report whose linking broke is passed over, so that those after it are linked; it is told by whom and why.

ALTER TABLE link_done ADD COLUMN failed TEXT;   -- what went wrong, null for a report that is linked
CREATE INDEX link_failed ON link_done (report) WHERE failed IS NOT NULL;
