-- Seats above the capacity, held by the office's will: by over-booking, or left from before the capacity shrank.
ALTER TABLE standing
  ADD COLUMN onsite_over integer NOT NULL DEFAULT 0,
  ADD COLUMN online_over integer NOT NULL DEFAULT 0,
  -- Raised by every change of rules, contingents, sessions or form, so that a hot desk reads them once.
  ADD COLUMN rules_version integer NOT NULL DEFAULT 0,
  -- Whom free seats are being kept for until they are enough, and since when.
  ADD COLUMN onsite_collecting uuid,
  ADD COLUMN onsite_collecting_since timestamptz,
  ADD COLUMN online_collecting uuid,
  ADD COLUMN online_collecting_since timestamptz,
  -- When the desk must look at this event by itself: an offer lapses, a request expires, a contingent opens.
  ADD COLUMN due_at timestamptz,
  DROP CONSTRAINT standing_onsite_full,
  DROP CONSTRAINT standing_online_full,
  -- With caps for members somebody may wait where the room has no limit, and a postponed event may lose its limit.
  DROP CONSTRAINT standing_waiting,
  ADD CONSTRAINT standing_over CHECK (onsite_over >= 0 AND online_over >= 0),
  ADD CONSTRAINT standing_onsite_full CHECK (onsite_taken <= onsite_capacity + onsite_over),
  ADD CONSTRAINT standing_online_full CHECK (online_taken <= online_capacity + online_over);
CREATE INDEX standing_due ON standing (due_at) WHERE due_at IS NOT NULL;

-- The rules by which the desk of one event decides; without a row the defaults hold.
CREATE TABLE desk_rules (
  event_id uuid PRIMARY KEY REFERENCES standing (event_id),
  promotion text NOT NULL DEFAULT 'automatic',
  line_order text NOT NULL DEFAULT 'arrival',
  approval boolean NOT NULL DEFAULT false,
  late_requests boolean NOT NULL DEFAULT true,
  request_holds_seat boolean NOT NULL DEFAULT false,
  request_days integer NOT NULL DEFAULT 14,
  -- Null: the address is not confirmed first.
  verify_minutes integer,
  verify_holds_seat boolean NOT NULL DEFAULT true,
  -- Null: until the start.
  withdraw_until timestamptz,
  asks_reason boolean NOT NULL DEFAULT false,
  -- Whether a member's people are known by choosing it, or by an address the member is known to write from.
  proof text NOT NULL DEFAULT 'choice',
  member_guaranteed integer NOT NULL DEFAULT 0,
  member_cap integer,
  -- Null: 21 days before the start.
  contingents_until timestamptz,
  -- How long free seats are kept for a group that waits for more; null: until there are enough.
  collect_hours integer,
  naming_days integer NOT NULL DEFAULT 14,
  most_per_address integer,
  -- Events with the same word share a limit per person.
  series text,
  most_in_series integer,
  minimum integer,
  minimum_until timestamptz,
  minimum_cancels boolean NOT NULL DEFAULT false,
  minimum_settled_at timestamptz,
  CONSTRAINT desk_rules_promotion CHECK (promotion IN ('automatic', 'offer')),
  CONSTRAINT desk_rules_order CHECK (line_order IN ('arrival', 'fair')),
  CONSTRAINT desk_rules_proof CHECK (proof IN ('choice', 'address')),
  CONSTRAINT desk_rules_numbers CHECK (request_days > 0 AND verify_minutes > 0 AND member_guaranteed >= 0
    AND member_cap > 0 AND collect_hours >= 0 AND naming_days > 0 AND most_per_address > 0 AND minimum > 0),
  CONSTRAINT desk_rules_series CHECK ((series IS NULL) = (most_in_series IS NULL) AND most_in_series > 0),
  CONSTRAINT desk_rules_minimum CHECK ((minimum IS NULL) = (minimum_until IS NULL))
);
CREATE INDEX desk_rules_series_of ON desk_rules (series) WHERE series IS NOT NULL;
CREATE INDEX desk_rules_minimum_due ON desk_rules (minimum_until) WHERE minimum IS NOT NULL AND minimum_settled_at IS NULL;

-- Seats kept for a member, and how many it may have, until the contingents are released.
CREATE TABLE contingent (
  event_id uuid NOT NULL REFERENCES standing (event_id),
  member_id uuid NOT NULL REFERENCES member (id),
  guaranteed integer NOT NULL DEFAULT 0,
  cap integer,
  PRIMARY KEY (event_id, member_id),
  CONSTRAINT contingent_numbers CHECK (guaranteed >= 0 AND cap > 0 AND cap >= guaranteed)
);

-- How many of the contested seats a member's people hold; counted along where the rules ask for it.
CREATE TABLE member_standing (
  event_id uuid NOT NULL REFERENCES standing (event_id),
  member_id uuid NOT NULL REFERENCES member (id),
  taken integer NOT NULL,
  PRIMARY KEY (event_id, member_id),
  CONSTRAINT member_standing_counts CHECK (taken >= 0)
);

-- Something limited beside the seat: a session (then the id is the item's), or a choice of the form (then the option's).
CREATE TABLE allotment (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES standing (event_id),
  kind text NOT NULL,
  -- Null: as many as there are seats.
  capacity integer,
  taken integer NOT NULL DEFAULT 0,
  -- As with the seats: above the capacity by the office's will.
  over integer NOT NULL DEFAULT 0,
  CONSTRAINT allotment_kind CHECK (kind IN ('session', 'option')),
  CONSTRAINT allotment_capacity CHECK (capacity >= 0 AND taken >= 0 AND over >= 0),
  CONSTRAINT allotment_full CHECK (taken <= capacity + over)
);
CREATE INDEX allotment_of_event ON allotment (event_id);

ALTER TABLE registration
  -- Whose seat it is counted as.
  ADD COLUMN member_id uuid REFERENCES member (id),
  -- When an offer, a request, an unconfirmed address or an unnamed seat lapses.
  ADD COLUMN expires_at timestamptz,
  -- Waits together with the others of the same group: all move up, or none.
  ADD COLUMN group_id uuid,
  -- False: the seat of somebody who is not known yet (N. N.).
  ADD COLUMN named boolean NOT NULL DEFAULT true,
  -- Who registered this person, in words for the mail; null: the person.
  ADD COLUMN registered_by text,
  ADD COLUMN delegation_id uuid,
  -- Of the office, for the office.
  ADD COLUMN note text;
CREATE INDEX registration_expiring ON registration (event_id, expires_at) WHERE expires_at IS NOT NULL;
-- Each member's own line, for orders that look at members; and the groups, which are few.
CREATE INDEX registration_waiting_of_member ON registration (event_id, attendance, member_id, line)
  WHERE status = 'waitlisted' AND member_id IS NOT NULL;
CREATE INDEX registration_waiting_groups ON registration (event_id, group_id) WHERE status = 'waitlisted' AND group_id IS NOT NULL;
CREATE INDEX registration_of_delegation ON registration (delegation_id) WHERE delegation_id IS NOT NULL;

-- What a registration has chosen of what is limited. Who waits has wishes, which are held with the seat.
CREATE TABLE claim (
  registration_id uuid NOT NULL REFERENCES registration (id),
  allotment_id uuid NOT NULL REFERENCES allotment (id),
  held boolean NOT NULL,
  PRIMARY KEY (registration_id, allotment_id)
);
CREATE INDEX claim_of_allotment ON claim (allotment_id);

-- What changed beside the status: the mode, a session, the name, the line.
ALTER TABLE registration_change
  ADD COLUMN what text,
  ADD COLUMN detail jsonb;
