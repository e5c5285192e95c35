-- When a date's sequence last rose: who was last told before that has an older time or place in the calendar.
ALTER TABLE event_date ADD COLUMN raised_at timestamptz;

-- Of what was changed before this was kept, as much is known as the appointments tell.
UPDATE event_date d SET raised_at = d.changed_at
FROM event e
WHERE e.id = d.event_id AND d.sequence > 0 AND EXISTS (
  SELECT FROM appointment a JOIN registration r ON r.event_id = e.id AND r.email_key = a.email_key
  WHERE a.date_id = d.id AND a.sequence < e.sequence + d.sequence AND r.status = 'confirmed' AND r.named);
