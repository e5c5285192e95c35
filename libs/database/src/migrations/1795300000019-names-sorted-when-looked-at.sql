-- To sort ten thousand names for a page takes three milliseconds; to keep them sorted, time of every registration; see
-- docs/decisions/0016. Some databases have done this with 1795300000014 already.
DROP INDEX IF EXISTS registration_listed;
CREATE INDEX IF NOT EXISTS registration_of_event ON registration (event_id, id);
