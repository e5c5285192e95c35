CREATE TABLE account (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  email_key text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT account_email UNIQUE (email_key),
  CONSTRAINT account_role CHECK (role IN ('administrator', 'organizer'))
);

CREATE TABLE account_session (
  -- The hash of the cookie's id: a leaked table opens no session.
  id_hash text PRIMARY KEY,
  account_id uuid REFERENCES account (id) ON DELETE CASCADE,
  data jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_session_expiry ON account_session (expires_at);

CREATE INDEX account_session_account ON account_session (account_id) WHERE account_id IS NOT NULL;

-- Counted on every form, worth nothing after a crash: not in the write-ahead log.
CREATE UNLOGGED TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  before jsonb,
  after jsonb
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, id);
