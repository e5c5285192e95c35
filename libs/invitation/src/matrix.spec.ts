import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../../test/builders/house.js';
import { statementsOf } from '../../../test/builders/statements.js';
import { InvitationModule } from './invitation.module.js';
import { MatrixService } from './matrix.service.js';

let house: House;
let eventIds: string[];
beforeAll(async () => {
  house = await openHouse({ modules: [InvitationModule] });
  await house.manager.query(FILL_MEMBERS);
  await house.manager.query(FILL_EVENTS);
  await house.manager.query(FILL_INVITATIONS);
  await house.manager.query(FILL_REGISTRATIONS);
  await house.manager.query('ANALYZE');
  const rows: { id: string }[] = await house.manager.query('SELECT id FROM event ORDER BY slug');
  eventIds = rows.map(({ id }) => id);
}, 60_000);
afterAll(() => house.close());

describe('The matrix of 1,000 members and 100 events', () => {
  it('is read page by page with five statements, however many members and events', async () => {
    const matrix = house.get(MatrixService);
    const few = await statementsOf(house.manager, () =>
      matrix.page({ memberPage: 1, eventIds: eventIds.slice(0, 1) }),
    );
    const many = await statementsOf(house.manager, () => matrix.page({ memberPage: 20, eventIds }));
    expect(few).toHaveLength(5);
    expect(many).toHaveLength(5);
  });

  it('is there at once', async () => {
    const began = performance.now();
    const { lines, pages } = await house.get(MatrixService).page({ memberPage: 7, eventIds });
    expect(performance.now() - began).toBeLessThan(2000);
    expect(pages).toBe(20);
    expect(lines).toHaveLength(50);
    expect(lines.every(({ cells }) => cells.length === 100)).toBe(true);
    const states = lines.flatMap(({ cells }) => cells.map(({ state }) => state));
    expect(states.filter((state) => state === 'coming')).toHaveLength(1000);
    expect(states.filter((state) => state === 'declined')).toHaveLength(1000);
    expect(states.filter((state) => state === 'silent')).toHaveLength(3000);
  });
});

const FILL_MEMBERS = `
  WITH members AS (
    INSERT INTO member (id, name, kind, created_at)
    SELECT gen_random_uuid(), 'Stadt ' || to_char(n, 'FM0000'), 'city', now() FROM generate_series(1, 1000) n
    RETURNING id)
  INSERT INTO membership (id, member_id, from_day) SELECT gen_random_uuid(), id, '2020-01-01' FROM members`;

const FILL_EVENTS = `
  INSERT INTO event (id, slug, kind, status, format, audience, main_language, time_zone, title, summary, description,
    hosts, speakers, announced_as, sequence, created_at, changed_at)
  SELECT gen_random_uuid(), 'event-' || to_char(n, 'FM000'), 'workshop', 'published', 'online', 'members', 'de',
    'Europe/Berlin', jsonb_build_object('de', 'Treffen ' || n), '{}', '{}', '[]', '[]', '{}', 0, now(), now()
  FROM generate_series(1, 100) n`;

// Of five members one has answered "coming", one "declined", the others nothing.
const FILL_INVITATIONS = `
  INSERT INTO invitation (id, event_id, member_id, email, email_key, first_name, last_name, name_key, language,
    answer, answered_at, invited_by, invited_at, mailed_at)
  SELECT gen_random_uuid(), e.id, m.id, address, address, 'Kora', m.name, lower(m.name), 'de',
    (ARRAY['coming', 'declined'])[substr(m.name, 7)::integer % 5 + 1],
    CASE WHEN substr(m.name, 7)::integer % 5 < 2 THEN now() END, 'command', now(), now()
  FROM event e, member m, LATERAL (SELECT 'kora@' || substr(m.name, 7) || '.test' AS address) a`;

const FILL_REGISTRATIONS = `
  WITH registered AS (
    INSERT INTO registration (id, event_id, reference, status, holds_seat, attendance, email, email_key, first_name,
      last_name, name_key, language, told_at, created_at, changed_at)
    SELECT i.id, i.event_id, i.id::text, 'confirmed', true, 'online', i.email, i.email_key, i.first_name,
      i.last_name, i.name_key, 'de', now(), now(), now()
    FROM invitation i WHERE i.answer = 'coming' RETURNING id)
  INSERT INTO invitation_registration (registration_id, invitation_id) SELECT id, id FROM registered`;
