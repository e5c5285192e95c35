-- One sequence for all forms: a number that a rolled-back save took is never lent to another form, so that what a
-- process keeps under a version stays true.
CREATE SEQUENCE form_version AS integer;

-- What an event asks: a row once the office has written a form for it.
CREATE TABLE form (
  event_id uuid PRIMARY KEY REFERENCES event (id),
  version integer NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE question (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES form (event_id),
  position smallint NOT NULL,
  kind text NOT NULL,
  -- Texts by language.
  label jsonb NOT NULL,
  help jsonb NOT NULL,
  required boolean NOT NULL,
  -- Health, diet, faith: seen by few, deleted early, never required.
  sensitive boolean NOT NULL,
  -- [{id, label, limit, retired}]
  options jsonb NOT NULL,
  -- {question, is}: an earlier question, and the option or the yes or no that makes this one appear.
  shown_when jsonb,
  least numeric,
  most numeric,
  -- No longer asked; its answers stay readable.
  retired_at timestamptz,
  CONSTRAINT question_kind CHECK (kind IN ('short', 'long', 'single', 'multiple', 'yesNo', 'number', 'date')),
  CONSTRAINT question_voluntary CHECK (NOT (required AND sensitive))
);
CREATE INDEX question_of ON question (event_id);

-- Every wording that anybody was ever asked to agree to.
CREATE TABLE consent (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES form (event_id),
  purpose text NOT NULL,
  version integer NOT NULL,
  text jsonb NOT NULL,
  retired_at timestamptz,
  CONSTRAINT consent_version UNIQUE (event_id, purpose, version),
  CONSTRAINT consent_purpose CHECK (purpose IN ('photo', 'list', 'other'))
);

CREATE TABLE answer_sheet (
  registration_id uuid PRIMARY KEY REFERENCES registration (id),
  -- That of the registration, which has it checked.
  event_id uuid NOT NULL,
  -- The form as it was when this was answered.
  form_version integer NOT NULL,
  -- Answers by question; the sensitive ones apart, so that they can go early.
  answers jsonb NOT NULL,
  sensitive jsonb,
  sensitive_deleted_at timestamptz,
  changed_at timestamptz NOT NULL
);
CREATE INDEX answer_sheet_event ON answer_sheet (event_id);
-- What must go early is found without reading what stays.
CREATE INDEX answer_sheet_sensitive ON answer_sheet (event_id) WHERE sensitive IS NOT NULL;

CREATE TABLE consent_given (
  registration_id uuid NOT NULL REFERENCES registration (id),
  consent_id uuid NOT NULL REFERENCES consent (id),
  given boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (registration_id, consent_id)
);
