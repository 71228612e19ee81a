-- Visits are chained by hash as the log is, and say what was found in the report that they brought. Those told before
-- this have no hash of their own: the first that has one follows on all of them.

ALTER TABLE visit ADD COLUMN digest TEXT;  -- SHA-256 of what the analyser found, where the visit brought a report
ALTER TABLE visit ADD COLUMN hash TEXT;    -- over all its columns and the hash of the visit before
