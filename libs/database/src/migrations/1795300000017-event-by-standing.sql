-- A registration's event is the one whose standing the desk has locked for it; see docs/decisions/0016.
ALTER TABLE registration DROP CONSTRAINT registration_event_id_fkey;
