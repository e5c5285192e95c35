-- A history is read by its registration only: one index does for both.
ALTER TABLE registration_change DROP CONSTRAINT registration_change_pkey, ADD PRIMARY KEY (registration_id, id);
DROP INDEX registration_change_of;

-- What a mailbox has of a date is a number to count on from, and a date is never deleted: to look it up again for every
-- newcomer costs more than it guards.
ALTER TABLE appointment DROP CONSTRAINT appointment_date_id_fkey;

ALTER TABLE registration_change DROP CONSTRAINT registration_change_registration_id_fkey;
ALTER TABLE answer_sheet DROP CONSTRAINT answer_sheet_registration_id_fkey;
