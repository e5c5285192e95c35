-- One mail to one person: the row is the outbox until it is sent, and the log from then on.
CREATE TABLE message (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  -- What it tells about, and at which event; no foreign keys, because the log outlives both.
  subject_id uuid,
  event_id uuid,
  to_address text NOT NULL,
  to_name text NOT NULL,
  language text NOT NULL,
  facts jsonb NOT NULL,
  -- Says what makes this message the only one of its sort; a second row with it is not written.
  key text NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  attempts integer NOT NULL DEFAULT 0,
  -- The first attempt of the present run of attempts; from here the three days are counted.
  tried_since timestamptz,
  next_attempt_at timestamptz NOT NULL,
  lease uuid,
  leased_until timestamptz,
  message_id text,
  mail_subject text,
  body_text text,
  body_html text,
  answer text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  CONSTRAINT message_key UNIQUE (key),
  CONSTRAINT message_status CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'held')),
  CONSTRAINT message_leased CHECK ((status = 'sending') = (lease IS NOT NULL) AND (lease IS NULL) = (leased_until IS NULL)),
  CONSTRAINT message_sent CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT message_attempts CHECK (attempts >= 0)
);
-- What is to do next: rows that wait for their time, and rows whose worker may have died.
CREATE INDEX message_due ON message (coalesce(leased_until, next_attempt_at), id) WHERE status IN ('queued', 'sending');
-- The office's views; the newest come first, and ids rise with time.
CREATE INDEX message_of_event ON message (event_id, id) WHERE event_id IS NOT NULL;
CREATE INDEX message_of_subject ON message (subject_id, id) WHERE subject_id IS NOT NULL;
CREATE INDEX message_in_trouble ON message (status, id) WHERE status IN ('failed', 'held');
