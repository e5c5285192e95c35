-- The scarce row of an event: whoever changes a seat locks it first.
CREATE TABLE standing (
  event_id uuid PRIMARY KEY REFERENCES event (id),
  onsite_capacity integer,
  online_capacity integer,
  onsite_taken integer NOT NULL DEFAULT 0,
  online_taken integer NOT NULL DEFAULT 0,
  onsite_waiting integer NOT NULL DEFAULT 0,
  online_waiting integer NOT NULL DEFAULT 0,
  -- The next place in the waiting list; places are never reused, positions are counted.
  next_line bigint NOT NULL DEFAULT 1,
  CONSTRAINT standing_capacity CHECK (onsite_capacity >= 0 AND online_capacity >= 0),
  CONSTRAINT standing_counts CHECK (onsite_taken >= 0 AND online_taken >= 0 AND onsite_waiting >= 0 AND online_waiting >= 0),
  -- The last line against selling a seat twice.
  CONSTRAINT standing_onsite_full CHECK (onsite_taken <= onsite_capacity),
  CONSTRAINT standing_online_full CHECK (online_taken <= online_capacity),
  -- Nobody waits where there is no limit; so an assembly keeps nobody out (rule A6).
  CONSTRAINT standing_waiting CHECK ((onsite_capacity IS NOT NULL OR onsite_waiting = 0) AND (online_capacity IS NOT NULL OR online_waiting = 0))
);

CREATE TABLE submission (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  client text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT submission_once UNIQUE (event_id, client, key)
);

CREATE TABLE registration (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  reference text NOT NULL,
  status text NOT NULL,
  holds_seat boolean NOT NULL,
  attendance text NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  name_key text NOT NULL,
  organization text,
  language text NOT NULL,
  copy_to text,
  line bigint,
  -- Counts the changes; part of the key that makes a mail about one of them unique.
  version integer NOT NULL DEFAULT 1,
  link_generation integer NOT NULL DEFAULT 0,
  told_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT registration_reference UNIQUE (reference),
  CONSTRAINT registration_status CHECK (status IN ('unverified', 'requested', 'waitlisted', 'offered', 'confirmed', 'declined', 'cancelled', 'expired')),
  CONSTRAINT registration_attendance CHECK (attendance IN ('onsite', 'online')),
  CONSTRAINT registration_seat CHECK (
    CASE WHEN status IN ('confirmed', 'offered') THEN holds_seat
         WHEN status IN ('waitlisted', 'declined', 'cancelled', 'expired') THEN NOT holds_seat
         ELSE true END),
  CONSTRAINT registration_line CHECK (status <> 'waitlisted' OR line IS NOT NULL)
);
-- One person has one place at an event.
CREATE UNIQUE INDEX registration_one_person ON registration (event_id, email_key, name_key)
  WHERE status IN ('unverified', 'requested', 'waitlisted', 'offered', 'confirmed');
CREATE INDEX registration_waiting ON registration (event_id, attendance, line) WHERE status = 'waitlisted';
-- In the order in which people sort names, so that lists and exports read it in order.
CREATE INDEX registration_listed ON registration (event_id, last_name COLLATE "und-x-icu", first_name COLLATE "und-x-icu", id);

CREATE TABLE registration_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  registration_id uuid NOT NULL REFERENCES registration (id),
  at timestamptz NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor text NOT NULL,
  reason text
);
CREATE INDEX registration_change_of ON registration_change (registration_id, id);

-- What one address has in its calendar for one date.
CREATE TABLE appointment (
  email_key text NOT NULL,
  date_id uuid NOT NULL REFERENCES event_date (id),
  sequence integer NOT NULL,
  PRIMARY KEY (email_key, date_id)
);
