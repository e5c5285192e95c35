-- Everybody who registers pays for what is kept beside them; see docs/decisions/0016.

-- A history is read by its registration only: one index does for both.
ALTER TABLE registration_change DROP CONSTRAINT registration_change_pkey, ADD PRIMARY KEY (registration_id, id);
DROP INDEX registration_change_of;

ALTER TABLE registration_change DROP CONSTRAINT registration_change_registration_id_fkey;
ALTER TABLE answer_sheet DROP CONSTRAINT answer_sheet_registration_id_fkey;
ALTER TABLE appointment DROP CONSTRAINT appointment_date_id_fkey;

-- To sort ten thousand names for a page takes three milliseconds; to keep them sorted, time of every registration.
DROP INDEX registration_listed;
CREATE INDEX registration_of_event ON registration (event_id, id);
