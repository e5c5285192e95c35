-- Whose registration desk this is: one row, there since the set-up. The demo speaks for the forum and has none.
CREATE TABLE association (
  id smallint PRIMARY KEY,
  short_name text NOT NULL,
  -- Texts by language; German is always there.
  name jsonb NOT NULL,
  -- The postal address in lines.
  postal text NOT NULL,
  email text NOT NULL,
  phone text,
  -- Texts by language that stand in the place of the product's own; null: those are shown.
  imprint jsonb,
  privacy jsonb,
  changed_at timestamptz NOT NULL,
  CONSTRAINT association_one CHECK (id = 1)
);

-- Senders that were tried with a mail. One counts when somebody has answered its mail; the last such is in use.
CREATE TABLE sender_test (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  address text NOT NULL,
  -- Where the mail went.
  to_address text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  confirmed_at timestamptz
);

-- How far the set-up of a real installation is: one row.
CREATE TABLE setup (
  id smallint PRIMARY KEY,
  -- Of the one-time link only the hash; null when there is none, or it has been used.
  link_hash text,
  link_expires_at timestamptz,
  -- Steps that an administrator ticked off although nothing shows that they were done.
  ticked_off text[] NOT NULL DEFAULT '{}',
  CONSTRAINT setup_one CHECK (id = 1),
  CONSTRAINT setup_link CHECK ((link_hash IS NULL) = (link_expires_at IS NULL))
);
