-- Whom a member sends to an event, and which of its coordinators keeps the list. Who they are, the registrations say.
-- One for each member and event: merged members may have two.
CREATE TABLE delegation (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event (id),
  member_id uuid NOT NULL REFERENCES member (id),
  -- Who is written to about seats without a name.
  coordinator_id uuid NOT NULL REFERENCES contact (id),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX delegation_of_member ON delegation (member_id, event_id);
CREATE INDEX delegation_of_event ON delegation (event_id);

ALTER TABLE registration ADD CONSTRAINT registration_delegation FOREIGN KEY (delegation_id) REFERENCES delegation (id);
-- Which seats still want a name, and until when.
CREATE INDEX registration_unnamed ON registration (expires_at) WHERE NOT named AND delegation_id IS NOT NULL;
