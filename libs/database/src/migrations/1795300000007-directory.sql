ALTER TABLE member
  ADD COLUMN postal text,
  ADD COLUMN leitweg_id text,
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

-- Whoever writes from such an address belongs to the member; no two members claim the same.
CREATE TABLE member_domain (
  domain text PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member (id),
  CONSTRAINT member_domain_form CHECK (domain = lower(domain) AND domain ~ '^[^@\s]+\.[^@\s]+$')
);
CREATE INDEX member_domain_of ON member_domain (member_id);

CREATE TABLE contact (
  id uuid PRIMARY KEY,
  -- Hosts and speakers may belong to nobody.
  member_id uuid REFERENCES member (id),
  first_name text NOT NULL,
  last_name text NOT NULL,
  email text,
  -- Not unique: a shared mailbox serves many.
  email_key text,
  phone text,
  language text NOT NULL,
  roles text[] NOT NULL DEFAULT '{}',
  link_generation integer NOT NULL DEFAULT 0,
  -- Set when somebody is no longer there; the row stays for what refers to it.
  left_on date,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT contact_name CHECK (last_name <> ''),
  CONSTRAINT contact_email CHECK ((email IS NULL) = (email_key IS NULL)),
  CONSTRAINT contact_roles CHECK (roles <@ ARRAY['coordinator', 'legal', 'delegate', 'alternate', 'speaker', 'billing'])
);
CREATE INDEX contact_of_member ON contact (member_id);
CREATE INDEX contact_address ON contact (email_key);

-- A function of a member ("climate officer") that outlives its holders.
CREATE TABLE member_function (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member (id),
  name text NOT NULL,
  name_key text NOT NULL,
  CONSTRAINT member_function_once UNIQUE (member_id, name_key)
);

-- Who holds a function, by whole days; both ends count, an open end is null.
CREATE TABLE function_term (
  id uuid PRIMARY KEY,
  function_id uuid NOT NULL REFERENCES member_function (id),
  contact_id uuid NOT NULL REFERENCES contact (id),
  from_day date NOT NULL,
  until_day date,
  CONSTRAINT function_term_order CHECK (until_day IS NULL OR until_day >= from_day),
  -- One holder at a time.
  CONSTRAINT function_term_once EXCLUDE USING gist (function_id WITH =, daterange(from_day, until_day, '[]') WITH &&)
);
CREATE INDEX function_term_contact ON function_term (contact_id);

-- Municipalities that are no members, so that participants can be counted by where they come from.
CREATE TABLE municipality (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  name_key text NOT NULL,
  CONSTRAINT municipality_once UNIQUE (name_key)
);

-- What people typed, and what it means.
CREATE TABLE organization_spelling (
  spelling_key text PRIMARY KEY,
  spelling text NOT NULL,
  member_id uuid REFERENCES member (id),
  municipality_id uuid REFERENCES municipality (id),
  CONSTRAINT organization_spelling_one CHECK (num_nonnulls(member_id, municipality_id) = 1)
);
CREATE INDEX organization_spelling_member ON organization_spelling (member_id);
CREATE INDEX organization_spelling_municipality ON organization_spelling (municipality_id);

-- A spreadsheet that was looked at and may be applied; what is older than a day is swept with the next one.
CREATE TABLE import_preview (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  rows jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
