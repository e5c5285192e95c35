-- One row: what this database is for. Demo and real data never share one.
CREATE TABLE installation (
  id smallint PRIMARY KEY,
  mode text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Null while the demo programme is not there, or not yet complete.
  demo_loaded_at timestamptz,
  CONSTRAINT installation_one CHECK (id = 1),
  CONSTRAINT installation_mode CHECK (mode IN ('demo', 'live'))
);
