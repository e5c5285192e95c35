-- Two registrations of one event that look like one person and are two, as the office has said.
CREATE TABLE not_double (
  event_id uuid NOT NULL REFERENCES event (id),
  -- Each pair stands here once.
  one uuid NOT NULL REFERENCES registration (id),
  other uuid NOT NULL REFERENCES registration (id),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  PRIMARY KEY (event_id, one, other),
  CONSTRAINT not_double_order CHECK (one < other)
);
