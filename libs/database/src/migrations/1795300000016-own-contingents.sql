-- Seats may be kept for some members alone: whether any member has numbers of its own, so that the desk looks at
-- contingents also where nothing holds for all. Until now that was refused, so there is nothing to find out.
ALTER TABLE desk_rules ADD COLUMN own_contingents boolean NOT NULL DEFAULT false;
