-- A point of the programme can be called off by itself; the row stays for what refers to it.
ALTER TABLE event_item
  ADD COLUMN status text NOT NULL DEFAULT 'planned',
  ADD CONSTRAINT event_item_status CHECK (status IN ('planned', 'cancelled'));

-- A change at short notice, as registered people were told of it.
CREATE TABLE notice (
  -- Made by the form, so that the same form sent twice is one notice.
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  what text NOT NULL,
  -- In the office's words, by language.
  text jsonb NOT NULL DEFAULT '{}',
  -- What was and what is now; frozen.
  detail jsonb NOT NULL,
  actor text NOT NULL,
  sent_at timestamptz NOT NULL,
  CONSTRAINT notice_what CHECK (what IN ('programme', 'moved', 'online', 'postponed', 'cancelled'))
);
CREATE INDEX notice_of_event ON notice (event_id, sent_at);

-- Whom it was sent to, and who has said that they read it.
CREATE TABLE notice_recipient (
  notice_id uuid NOT NULL REFERENCES notice (id),
  registration_id uuid NOT NULL REFERENCES registration (id),
  read_at timestamptz,
  PRIMARY KEY (notice_id, registration_id)
);
CREATE INDEX notice_recipient_registration ON notice_recipient (registration_id);
