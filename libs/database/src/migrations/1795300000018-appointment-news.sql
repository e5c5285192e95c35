-- When a date's sequence last rose: who was last told before that has an older time or place in the calendar.
ALTER TABLE event_date ADD COLUMN raised_at timestamptz;

-- Of what was changed before this was kept, as much is known as the appointments tell.
UPDATE event_date d SET raised_at = d.changed_at
FROM event e
WHERE e.id = d.event_id AND d.sequence > 0 AND EXISTS (
  SELECT FROM appointment a JOIN registration r ON r.event_id = e.id AND r.email_key = a.email_key
  WHERE a.date_id = d.id AND a.sequence < e.sequence + d.sequence AND r.status = 'confirmed' AND r.named);

-- So far copies of confirmations have brought the appointment without its being written down.
INSERT INTO appointment (email_key, date_id, sequence)
SELECT DISTINCT lower(r.copy_to), d.id, e.sequence + d.sequence
FROM registration r
JOIN event e ON e.id = r.event_id
JOIN event_date d ON d.event_id = e.id AND d.status = 'planned'
WHERE r.copy_to IS NOT NULL AND r.status = 'confirmed' AND r.named
  AND NOT EXISTS (SELECT FROM event_date o WHERE o.event_id = e.id AND o.id <> d.id AND o.status = 'planned')
ON CONFLICT DO NOTHING;

-- Who gets copies has the appointment too, and keeps it as long as one of those comes whom it is about.
CREATE INDEX registration_copied ON registration (event_id, lower(copy_to)) WHERE copy_to IS NOT NULL;
