CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  -- Whose seat in the matrix it is; null for single persons.
  member_id uuid REFERENCES member (id),
  contact_id uuid REFERENCES contact (id),
  function_id uuid REFERENCES member_function (id),
  email text NOT NULL,
  email_key text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  name_key text NOT NULL,
  language text NOT NULL,
  -- The invitation that named this person as substitute.
  substitute_for uuid REFERENCES invitation (id),
  -- The latest reply; null is silence. The history is in invitation_reply.
  answer text,
  answered_at timestamptz,
  link_generation integer NOT NULL DEFAULT 0,
  -- Counts the letters; part of the key that makes each of them unique.
  letters integer NOT NULL DEFAULT 1,
  revoked_at timestamptz,
  invited_by text NOT NULL,
  invited_at timestamptz NOT NULL,
  -- When the latest letter was written: nobody is reminded on the heels of it.
  mailed_at timestamptz NOT NULL,
  reminders integer NOT NULL DEFAULT 0,
  CONSTRAINT invitation_answer CHECK (answer IN ('coming', 'declined', 'substitute')),
  CONSTRAINT invitation_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
);
-- One person is invited once; who was uninvited may be invited anew.
CREATE UNIQUE INDEX invitation_once ON invitation (event_id, email_key, name_key) WHERE revoked_at IS NULL;
CREATE INDEX invitation_matrix ON invitation (member_id, event_id);
CREATE INDEX invitation_address ON invitation (email_key);
CREATE INDEX invitation_named_by ON invitation (substitute_for) WHERE substitute_for IS NOT NULL;

-- Every reply ever given, on the page or by the office on the phone; appended, never changed.
CREATE TABLE invitation_reply (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  invitation_id uuid NOT NULL REFERENCES invitation (id),
  answer text NOT NULL,
  word text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT invitation_reply_answer CHECK (answer IN ('coming', 'declined', 'substitute'))
);
CREATE INDEX invitation_reply_of ON invitation_reply (invitation_id, id);

-- A reply is no registration, but one leads to the other.
CREATE TABLE invitation_registration (
  registration_id uuid PRIMARY KEY REFERENCES registration (id),
  invitation_id uuid NOT NULL REFERENCES invitation (id)
);
CREATE INDEX invitation_registration_of ON invitation_registration (invitation_id);
