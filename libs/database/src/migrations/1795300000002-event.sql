CREATE TABLE event (
  id uuid PRIMARY KEY,
  slug text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  format text,
  audience text NOT NULL,
  main_language text NOT NULL,
  time_zone text NOT NULL,
  title jsonb NOT NULL,
  summary jsonb NOT NULL DEFAULT '{}',
  description jsonb NOT NULL DEFAULT '{}',
  hosts jsonb NOT NULL DEFAULT '[]',
  speakers jsonb NOT NULL DEFAULT '[]',
  -- A listing is somebody else's: what we do there, and where it is registered.
  our_role text,
  link text,
  -- A save-the-date knows a range of days and how to say it ("spring 2027").
  announced_from date,
  announced_until date,
  announced_as jsonb NOT NULL DEFAULT '{}',
  opens_at timestamptz,
  closes_at timestamptz,
  sequence integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT event_slug UNIQUE (slug),
  CONSTRAINT event_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100),
  CONSTRAINT event_kind CHECK (kind IN ('workshop', 'assembly', 'training', 'seminar', 'exchange', 'conference', 'listing')),
  CONSTRAINT event_status CHECK (status IN ('draft', 'announced', 'published', 'postponed', 'cancelled')),
  CONSTRAINT event_format CHECK (format IN ('onsite', 'online', 'hybrid')),
  CONSTRAINT event_audience CHECK (audience IN ('public', 'members', 'invited')),
  CONSTRAINT event_role CHECK (our_role IS NULL OR kind = 'listing'),
  CONSTRAINT event_announced CHECK ((announced_from IS NULL) = (announced_until IS NULL) AND announced_until >= announced_from),
  CONSTRAINT event_window CHECK (opens_at IS NULL OR closes_at IS NULL OR closes_at > opens_at)
);

CREATE TABLE event_date (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  position smallint NOT NULL,
  -- The fact is the wall clock in the event's zone; the instants beside it are for ordering.
  starts_local text NOT NULL,
  ends_local text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'planned',
  place jsonb NOT NULL DEFAULT '{}',
  meeting_point jsonb NOT NULL DEFAULT '{}',
  joining_link text,
  sequence integer NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL,
  CONSTRAINT event_date_position UNIQUE (event_id, position),
  CONSTRAINT event_date_status CHECK (status IN ('planned', 'cancelled')),
  CONSTRAINT event_date_local CHECK (starts_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$' AND ends_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  CONSTRAINT event_date_order CHECK (ends_at > starts_at)
);
CREATE INDEX event_date_starts ON event_date (starts_at);

CREATE TABLE event_item (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  position smallint NOT NULL,
  starts_local text,
  ends_local text,
  title jsonb NOT NULL,
  speakers jsonb NOT NULL DEFAULT '[]',
  CONSTRAINT event_item_position UNIQUE (event_id, position),
  CONSTRAINT event_item_local CHECK (starts_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$' AND ends_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$')
);

-- Raised in the transaction of every change that readers of the programme can see; one row.
CREATE TABLE programme_version (
  id smallint PRIMARY KEY,
  version bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT programme_version_one CHECK (id = 1)
);
INSERT INTO programme_version VALUES (1, 1, now());
