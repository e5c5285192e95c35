CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE member (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT member_kind CHECK (kind IN ('city', 'district', 'organization'))
);

CREATE TABLE membership (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member (id),
  from_day date NOT NULL,
  until_day date,
  CONSTRAINT membership_order CHECK (until_day IS NULL OR until_day >= from_day),
  -- A member is a member once at a time.
  CONSTRAINT membership_once EXCLUDE USING gist (member_id WITH =, daterange(from_day, until_day, '[]') WITH &&)
);
