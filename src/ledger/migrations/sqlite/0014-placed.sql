-- Where merges and splits found what they speak of: derived like all links.

CREATE TABLE link_placed (
  decision TEXT NOT NULL,
  place    INTEGER NOT NULL,         -- 0 for the one that it speaks of, then the others in their order
  kind     TEXT NOT NULL,            -- actor, utterance, event
  unit     TEXT NOT NULL,
  report   INTEGER NOT NULL REFERENCES report (number),
  PRIMARY KEY (decision, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_placed_by_unit ON link_placed (kind, unit);
CREATE INDEX link_placed_by_report ON link_placed (report);
