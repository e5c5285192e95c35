import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventPlan, PlanningService } from '#event';
import { DeskRulesService } from '#registration';
import { askQuestions, offerSessions, optionsOf } from '../../../../test/builders/choices.js';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo } from '../../../../test/builders/mails.js';
import { type ApiHouse, openApi } from '../../test/open-api.js';
import { PROBLEM_KINDS } from '../problem/problem-kinds.js';
import { registeredSchema } from './registration.schema.js';

let house: ApiHouse;
beforeAll(async () => {
  house = await openApi();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set('2027-01-04T09:00:00Z'));

const alma = { email: 'alma@stadt.test', firstName: 'Alma', lastName: 'Beispiel' };

const register = async (slug: string, person: object, headers: Record<string, string> = {}, query = '') => {
  const url = `/api/v1/events/${slug}/registrations${query}`;
  const answer = await house.call({ method: 'POST', url, payload: person, headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
};
const rows = (eventId: string) =>
  house.manager.query(
    'SELECT status, language, attendance FROM registration WHERE event_id = $1 ORDER BY id',
    [eventId],
  );

describe('A program that registers people', () => {
  it('is told the status and nothing else; the mail has the reference and the link', async () => {
    const { slug, id } = await planEvent(house, {}, { online: 1 });
    const first = await register(slug, alma);
    const second = await register(slug, { ...alma, firstName: 'Omar' });

    expect(first).toMatchObject({ status: 201, body: { status: 'confirmed' } });
    expect(second).toMatchObject({ status: 201, body: { status: 'waitlisted', position: 1 } });
    expect([first.body, second.body].map((body) => registeredSchema.parse(body))).toEqual([
      first.body,
      second.body,
    ]);
    expect(first.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(await rows(id)).toEqual([
      { status: 'confirmed', language: 'de', attendance: 'online' },
      { status: 'waitlisted', language: 'de', attendance: 'online' },
    ]);
    const [mail] = await mailsTo(house, alma.email);
    expect(mail?.text).toMatch(/http:\/\/plenum\.test\/registrations\/\S{43}/);
  });

  it('writes to people in the language that it names, else in its own', async () => {
    const { slug, id } = await planEvent(house);
    await register(slug, { ...alma, language: 'fr' }, { 'accept-language': 'en' });
    await register(slug, { ...alma, firstName: 'Omar' }, { 'accept-language': 'en' });
    await register(slug, { ...alma, firstName: 'Ina' }, { 'accept-language': 'en' }, '?lang=fr');

    expect((await rows(id)).map(({ language }: { language: string }) => language)).toEqual([
      'fr',
      'en',
      'fr',
    ]);
  });

  it('learns nothing about who is registered', async () => {
    const { slug, id } = await planEvent(house, {}, { online: 1 });
    await register(slug, alma);

    expect(await register(slug, { ...alma, email: 'ALMA@stadt.test ', lastName: 'beispiel' })).toMatchObject({
      status: 201,
      body: { status: 'waitlisted', position: 1 },
    });
    expect(await rows(id)).toHaveLength(1);
  });
});

describe('What a program is told beside a seat', () => {
  const at = Temporal.Instant.from;

  it('is that the office decides, after closing too', async () => {
    const open = await planEvent(house);
    await house.get(DeskRulesService).save(open.id, { approval: true }, 'account:1');
    const closed = await planEvent(house, { closesAt: at('2027-01-02T00:00Z') });

    for (const { slug, id } of [open, closed]) {
      const { status, body } = await register(slug, alma);
      expect([status, registeredSchema.parse(body)]).toEqual([201, { status: 'requested' }]);
      expect(await rows(id)).toMatchObject([{ status: 'requested' }]);
    }
  });

  it('is that the address must be confirmed first', async () => {
    const { slug, id } = await planEvent(house);
    await house.get(DeskRulesService).save(id, { verifyMinutes: 60 }, 'account:1');

    expect((await register(slug, alma)).body).toEqual({ status: 'unverified' });
  });
});

describe('What a person chooses', () => {
  const items = [
    { starts: '2027-01-25T10:00', ends: '2027-01-25T11:00', title: { de: 'Rundgang', en: 'Walk' } },
    { starts: '2027-01-25T10:30', ends: '2027-01-25T11:30', title: { de: 'Vortrag', en: 'Talk' } },
  ];

  async function asking() {
    const event = await planEvent(house, { items });
    const sessions = await offerSessions(house, event.id, [1, 5]);
    const form = await askQuestions(
      house,
      event.id,
      [{ required: true, label: { de: 'Anreise' } }, { kind: 'number' }],
      [{ purpose: 'photo', text: { de: 'Fotos' } }],
    );
    const [way = '', guests = ''] = form.questions.map(({ id }) => id);
    return { ...event, sessions, way, guests, consent: form.consents[0]!.id };
  }
  const wrong = async (slug: string, more: object) => {
    const { status, body } = await register(slug, { ...alma, ...more }, {}, '?lang=en');
    return { status, errors: body.errors };
  };

  it('is what the event’s description offers', async () => {
    const { slug, id, sessions, way, guests, consent } = await asking();
    const { body } = await house.call(`/api/v1/events/${slug}`).then((answer) => ({ body: answer.json() }));

    expect(body.sessions.map((session: { id: string }) => session.id)).toEqual(sessions);
    const choices = {
      sessions: [sessions[0]],
      answers: { [way]: 'Bahn', [guests]: 2 },
      consents: { [consent]: true },
    };
    expect((await register(slug, { ...alma, ...choices })).body).toEqual({ status: 'confirmed' });
    expect(await house.manager.query('SELECT answers FROM answer_sheet WHERE event_id = $1', [id])).toEqual([
      { answers: choices.answers },
    ]);
    const after = (await house.call(`/api/v1/events/${slug}`)).json();
    expect(after.sessions[0]).toMatchObject({ capacity: 1, free: 0 });
  });

  it('is refused where the session has been taken, and names it', async () => {
    const { slug, sessions, way } = await asking();
    const choices = { sessions: [sessions[0]], answers: { [way]: 'Bahn' } };
    await register(slug, { ...alma, ...choices });

    const again = { ...alma, ...choices, firstName: 'Omar' };
    const detail = '“Walk” has been taken meanwhile. Please choose another session or none.';
    expect(await register(slug, again, {}, '?lang=en')).toMatchObject({
      status: 409,
      body: { type: '/api/docs#choice-taken', detail, errors: [{ field: 'sessions.0', detail }] },
    });
  });

  it('is refused where a limited answer has been taken, and names the question', async () => {
    const { id, slug } = await planEvent(house);
    const form = await askQuestions(house, id, [
      { kind: 'single', label: { de: 'Mittagessen' }, options: optionsOf(['Suppe', 1], 'Salat') },
    ]);
    const [{ id: lunch, options }] = form.questions as [(typeof form.questions)[0]];
    const answers = { [lunch]: options[0]!.id };
    await register(slug, { ...alma, answers });

    const refused = await register(slug, { ...alma, answers, firstName: 'Omar' }, {}, '?lang=en');
    expect(refused).toMatchObject({
      status: 409,
      body: {
        type: '/api/docs#choice-taken',
        errors: [{ field: `answers.${lunch}`, detail: expect.stringContaining('“Suppe” for “Mittagessen”') }],
      },
    });
  });

  it('must fit the event, and each field that does not is named', async () => {
    const { slug, id, sessions, way, guests } = await asking();
    const answers = { [way]: 'Bahn' };

    expect(await wrong(slug, {})).toEqual({
      status: 422,
      errors: [{ field: `answers.${way}`, detail: 'Please answer this question.' }],
    });
    expect(await wrong(slug, { answers: { ...answers, [guests]: 'two' } })).toMatchObject({
      errors: [{ field: `answers.${guests}`, detail: expect.stringContaining('number') }],
    });
    expect(await wrong(slug, { answers, sessions })).toEqual({
      status: 422,
      errors: [
        { field: 'sessions', detail: expect.stringMatching(/“Walk” and “Talk” take place at the same/) },
      ],
    });
    const strange = '0198c0de-0000-7000-8000-000000000001';
    expect(await wrong(slug, { answers, sessions: [strange] })).toMatchObject({
      status: 422,
      errors: [{ field: 'sessions', detail: 'This session cannot be chosen here.' }],
    });
    expect(
      await wrong(slug, { answers: { ...answers, [strange]: 1 }, consents: { [strange]: true } }),
    ).toMatchObject({
      status: 422,
      errors: [{ field: `answers.${strange}` }, { field: 'consents' }],
    });
    expect(await rows(id)).toEqual([]);
  });

  it('is nothing where the event asks nothing', async () => {
    const { slug } = await planEvent(house);

    expect(await wrong(slug, { sessions: ['0198c0de-0000-7000-8000-000000000001'] })).toMatchObject({
      status: 422,
    });
    expect(await wrong(slug, { answers: { '0198c0de-0000-7000-8000-000000000001': 1 } })).toMatchObject({
      status: 422,
    });
  });
});

describe('The same Idempotency-Key', () => {
  const key = { 'idempotency-key': '5f0c3c9e-6a43-4b7e-9d0e-0f2f6b0f8a11' };

  it('gets the stored answer, and nothing happens again', async () => {
    const { slug, id } = await planEvent(house, {}, { online: 1 });
    const person = { ...alma, email: 'schluessel@stadt.test' };
    const first = await register(slug, person, key);
    await register(slug, { ...alma, firstName: 'Omar' });
    house.clock.advance({ hours: 1 });
    const again = await register(slug, person, key);

    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await rows(id)).toHaveLength(2);
    expect(await mailsTo(house, person.email)).toHaveLength(1);
  });

  it('with another body is refused', async () => {
    const { slug, id } = await planEvent(house);
    await register(slug, alma, key);

    expect(await register(slug, { ...alma, firstName: 'Omar' }, key, '?lang=en')).toMatchObject({
      status: 422,
      body: {
        type: '/api/docs#key-reused',
        detail: 'This Idempotency-Key has already been used for a different request.',
      },
    });
    expect(await rows(id)).toHaveLength(1);
  });

  it('counts for one event only', async () => {
    const [here, there] = [await planEvent(house), await planEvent(house)];
    await register(here.slug, alma, key);

    expect(await register(there.slug, { ...alma, firstName: 'Omar' }, key)).toMatchObject({ status: 201 });
  });

  it.each([
    ['', 'Please fill in.'],
    ['x'.repeat(201), 'At most 200 characters.'],
  ])('must be a key: %s', async (wrong, detail) => {
    const { slug, id } = await planEvent(house);

    expect(await register(slug, alma, { 'idempotency-key': wrong }, '?lang=en')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'Idempotency-Key', detail }] },
    });
    expect(await rows(id)).toEqual([]);
  });
});

describe('Registration is refused', () => {
  const at = Temporal.Instant.from;

  it.each<[string, Partial<EventPlan>, object, number, string]>([
    ['before it opens', { opensAt: at('2027-01-10T00:00Z') }, {}, 409, 'registration-not-yet-open'],
    [
      'after it has begun',
      { dates: [{ starts: '2027-01-04T09:30', ends: '2027-01-04T18:00' }] },
      {},
      409,
      'registration-closed',
    ],
    ['for a save the date', { status: 'announced' }, {}, 409, 'no-registration'],
    ['for what is postponed', { status: 'postponed' }, {}, 409, 'no-registration'],
    ['for an event of others', { kind: 'listing' }, {}, 409, 'no-registration'],
    ['where one must be invited', { audience: 'invited' }, {}, 403, 'invitation-needed'],
    ['to strangers where members meet', { audience: 'members' }, {}, 422, 'members-only'],
    ['without a word on which of two ways', { format: 'hybrid' }, {}, 422, 'attendance-missing'],
    ['in a way that is not offered', {}, { attendance: 'onsite' }, 422, 'attendance-not-offered'],
    ['for a draft', { status: 'draft' }, {}, 404, 'event-unknown'],
  ])('%s', async (_, plan, person, status, name) => {
    const { slug, id } = await planEvent(house, plan);
    const answers = await Promise.all(
      ['de', 'en', 'fr'].map((language) => register(slug, { ...alma, ...person }, {}, `?lang=${language}`)),
    );

    expect(answers.map((answer) => [answer.status, answer.body.type])).toEqual(
      Array(3).fill([status, `/api/docs#${name}`]),
    );
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(3);
    expect(PROBLEM_KINDS).toContainEqual(expect.objectContaining({ name, status }));
    expect(await rows(id)).toEqual([]);
  });

  it('for what was cancelled', async () => {
    const { slug, id } = await planEvent(house);
    await house.get(PlanningService).revise(id, { event: { status: 'cancelled' } });

    expect(await register(slug, alma)).toMatchObject({
      status: 410,
      body: {
        type: '/api/docs#event-cancelled',
        detail: 'Diese Veranstaltung ist abgesagt. Eine Anmeldung ist nicht mehr möglich.',
      },
    });
    expect(await rows(id)).toEqual([]);
  });

  it('for an event that does not exist', async () => {
    expect(await register('nothing-here', alma)).toMatchObject({
      status: 404,
      body: { type: '/api/docs#event-unknown' },
    });
  });
});

describe('Too many registrations in a short time', () => {
  let limited: ApiHouse;
  beforeAll(async () => {
    limited = await openApi({ RATE_LIMIT: 'on' });
  });
  afterAll(() => limited.close());

  it('are refused for one address, with the time to wait', async () => {
    const { slug } = await planEvent(limited);
    const url = `/api/v1/events/${slug}/registrations?lang=en`;
    const statuses: number[] = [];
    for (let number = 0; number < 20; number += 1) {
      const payload = { ...alma, lastName: `Beispiel ${number}` };
      statuses.push((await limited.call({ method: 'POST', url, payload })).statusCode);
    }
    const refused = await limited.call({ method: 'POST', url, payload: alma });

    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({ type: '/api/docs#too-many' });
  });
});
