import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerSheets } from '#form';
import { askQuestions, offerSessions, optionsOf } from '../../../test/builders/choices.js';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { ChoiceTaken, RegistrationService, recountSeats, SessionsOverlap } from './index.js';

const OFFICE = 'account:1';
const ZOE = { email: 'zoe@stadt.test', firstName: 'Zoe', lastName: 'Neu', language: 'de' as const };

let house: House;
let registrations: RegistrationService;
beforeAll(async () => {
  house = await openHouse();
  registrations = house.get(RegistrationService);
});
afterAll(() => house.close());
afterEach(async () => {
  expect(await recountSeats(house.manager)).toEqual([]);
});

describe('Answers that the office changes for somebody', () => {
  const sheetOf = async (id: string) => {
    const sheet = (await house.get(AnswerSheets).of([id], { sensitive: true })).get(id);
    return { ...sheet?.answers, ...sheet?.sensitive };
  };
  const asked = async () => {
    const { id, slug } = await planEvent(house);
    const form = await askQuestions(house, id, [
      { kind: 'single', options: optionsOf(['Bus', 1], 'Bahn') },
      {},
      { sensitive: true },
    ]);
    const [way, note, diet] = form.questions.map((question) => question.id) as [string, string, string];
    const [byBus, byTrain] = form.questions[0]!.options.map((option) => option.id);
    const answers = { [way]: byBus, [note]: 'Später', [diet]: 'Ohne Nüsse' };
    const { registrationId } = await register(house, slug, aPerson(1, { answers }));
    return { slug, id: registrationId!, way, note, diet, byBus, byTrain };
  };

  it('leave what was answered in confidence, and free what was chosen', async () => {
    const { slug, id, way, diet, byTrain, byBus } = await asked();
    await registrations.change(id, { actor: OFFICE, answers: { [way]: byTrain } });
    expect(await sheetOf(id)).toEqual({ [way]: byTrain, [diet]: 'Ohne Nüsse' });
    const colleague = await register(house, slug, aPerson(2, { answers: { [way]: byBus } }));
    expect(colleague.answer.status).toBe('confirmed');
  });

  it('lose what is not asked any more, given the other answers', async () => {
    const { id, slug } = await planEvent(house);
    const options = optionsOf('Ja', 'Nein');
    const first = { id: randomUUID(), kind: 'single' as const, options };
    const shownWhen = { question: first.id, is: options[0]!.id! };
    const form = await askQuestions(house, id, [first, { sensitive: true, shownWhen }]);
    const [needs, which] = form.questions.map((question) => question.id) as [string, string];
    const [yes, no] = form.questions[0]!.options.map((option) => option.id) as [string, string];
    const answers = { [needs]: yes, [which]: 'Eine Rampe' };
    const { registrationId } = await register(house, slug, aPerson(1, { answers }));
    await registrations.change(registrationId!, { actor: OFFICE, answers: { [needs]: no } });
    expect(await sheetOf(registrationId!)).toEqual({ [needs]: no });
  });

  it('by the person are all there is: what they leave out is gone', async () => {
    const { id, way, byTrain } = await asked();
    await registrations.change(id, { actor: 'participant', answers: { [way]: byTrain } });
    expect(await sheetOf(id)).toEqual({ [way]: byTrain });
  });

  it('said again change nothing, and nobody is written to', async () => {
    const { id, way, byBus, diet, note } = await asked();
    const told = async () => {
      const [{ count }] = await house.manager.query('SELECT count(*) FROM message WHERE subject_id = $1', [
        id,
      ]);
      return Number(count);
    };
    const answers = { [way]: byBus, [note]: 'Später', [diet]: 'Ohne Nüsse' };
    const before = await told();
    const again = { actor: 'participant', answers, sessions: [], attendance: 'online' as const };
    expect(await registrations.change(id, again)).toEqual({ from: 'confirmed', to: 'confirmed' });
    expect(await told()).toBe(before);

    await registrations.change(id, { ...again, answers: { ...answers, [note]: 'Pünktlich' } });
    expect(await told()).toBe(before + 1);
  });
});

describe('Sessions at the same time', () => {
  it('can be chosen by nobody, whoever asks and whichever way', async () => {
    const items = [
      { starts: '2027-01-25T10:00', ends: '2027-01-25T11:00', title: { de: 'Rundgang' } },
      { starts: '2027-01-25T10:30', ends: '2027-01-25T11:30', title: { de: 'Gespräch' } },
      { starts: '2027-01-25T11:00', ends: '2027-01-25T12:00', title: { de: 'Podium' } },
    ];
    const { id: eventId, slug } = await planEvent(house, { items });
    const [walk, talk, panel] = (await offerSessions(house, eventId, [5, 5, 5])) as [string, string, string];
    const both = register(house, slug, aPerson(1, { sessions: [walk, talk] }), {
      actor: OFFICE,
      byOffice: true,
    });
    await expect(both).rejects.toBeInstanceOf(SessionsOverlap);
    const { registrationId } = await register(house, slug, aPerson(1, { sessions: [walk, panel] }));
    const change = registrations.change(registrationId!, { actor: OFFICE, sessions: [talk, panel] });
    await expect(change).rejects.toBeInstanceOf(SessionsOverlap);
    const { claims } = await registrations.byId(registrationId!);
    expect(claims.map(({ id }) => id).sort()).toEqual([walk, panel].sort());
  });
});

describe('Somebody else on the same place', () => {
  it('keeps the sessions, and frees what the one before had chosen in the form', async () => {
    const { id: eventId, slug } = await planEvent(house, {
      items: [{ starts: '2027-01-25T10:00', title: { de: 'Rundgang' } }],
    });
    const [walk] = (await offerSessions(house, eventId, [5])) as [string];
    const form = await askQuestions(house, eventId, [
      { kind: 'single', options: optionsOf(['Bus', 1], 'Bahn') },
    ]);
    const [{ id: way, options }] = form.questions as [(typeof form.questions)[0]];
    const answers = { [way]: options[0]!.id };
    const { registrationId } = await register(house, slug, aPerson(1, { sessions: [walk], answers }));
    const corrected = { ...ZOE, firstName: 'Alma', email: 'person1@stadt1.test' };
    await registrations.swap(registrationId!, corrected, { actor: OFFICE, corrects: true });
    await expect(register(house, slug, aPerson(2, { answers }))).rejects.toBeInstanceOf(ChoiceTaken);

    await registrations.swap(registrationId!, ZOE, { actor: OFFICE });

    expect((await registrations.byId(registrationId!)).claims).toEqual([{ id: walk, held: true }]);
    expect((await register(house, slug, aPerson(2, { answers }))).answer.status).toBe('confirmed');
  });
});
