import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { storeSheets } from '../../../test/builders/sheets.js';
import { statementsOf } from '../../../test/builders/statements.js';
import { anOption, aQuestion } from '../test/forms.js';
import { AnswerSheets } from './answer-sheets.service.js';
import { draftOf, type FormDraft, withoutQuestion, withQuestion } from './draft.js';
import { type Form, limitsOf, type Question } from './form.js';
import { FormModule } from './form.module.js';
import { FormService } from './form.service.js';
import { FormChanges } from './form-changes.js';
import { FormChanged } from './refusals.js';
import { consentsOf, sheetOf } from './sheet.js';

let house: House;
let forms: FormService;
let sheets: AnswerSheets;
beforeAll(async () => {
  house = await openHouse({ modules: [FormModule] });
  forms = house.get(FormService);
  sheets = house.get(AnswerSheets);
});
afterAll(() => house.close());

const lunch = (): Question =>
  aQuestion({
    kind: 'single',
    label: { de: 'Essen', en: 'Lunch' },
    options: [anOption('Vegetarisch', { limit: 20 }), anOption('Fleisch')],
  });
const diet = (): Question =>
  aQuestion({ kind: 'long', sensitive: true, label: { de: 'Unverträglichkeiten' } });

const first = (questions: Question[], consents: FormDraft['consents'] = []): FormDraft => ({
  version: null,
  questions,
  consents,
});

/** An event with a form, and somebody who is registered. */
async function asked(questions: Question[], consents: FormDraft['consents'] = []) {
  const event = await planEvent(house);
  const form = await forms.save(event.id, first(questions, consents), 'account:1');
  const { registrationId } = await register(house, event.slug, aPerson());
  return { event, form, registrationId: registrationId! };
}

describe('A form', () => {
  it('is empty until it is written, and then reads as it was written', async () => {
    const { id } = await planEvent(house);
    expect(await forms.of(id)).toMatchObject({ version: null, questions: [], consents: [] });
    const number = aQuestion({ kind: 'number', least: 0.5, most: 3, help: { de: 'In Stunden' } });
    const saved = await forms.save(
      id,
      first([lunch(), number], [{ purpose: 'list', text: { de: 'Name in der Liste' } }]),
      'account:1',
    );
    expect(await forms.of(id)).toEqual(saved);
    expect(saved.questions).toMatchObject([
      { kind: 'single', label: { de: 'Essen', en: 'Lunch' }, shownWhen: null },
      { kind: 'number', least: 0.5, most: 3, help: { de: 'In Stunden' } },
    ]);
    expect(saved.consents).toMatchObject([{ purpose: 'list', version: 1 }]);
  });

  it('costs no question to the database where there is none, and of a hot event is read once', async () => {
    const { id } = await planEvent(house);
    expect(await statementsOf(house.manager, () => forms.current(id, null))).toEqual([]);
    const { version } = await forms.save(id, first([lunch()]), 'account:1');
    expect(await statementsOf(house.manager, () => forms.current(id, version))).toHaveLength(1);
    expect(await statementsOf(house.manager, () => forms.current(id, version))).toEqual([]);
  });

  it('is read once by a crowd that answers it, who see at once what the office has saved', async () => {
    const { id } = await planEvent(house);
    expect(await forms.lately(id)).toMatchObject({ version: null });
    const saved = await forms.save(id, first([lunch()]), 'account:1');
    const crowd = await statementsOf(house.manager, async () => {
      const seen = await Promise.all([forms.lately(id), forms.lately(id)]);
      expect(seen).toEqual([saved, saved]);
    });
    expect(await statementsOf(house.manager, () => forms.lately(id))).toEqual([]);
    expect(crowd.length).toBeGreaterThan(0);
  });

  it('is saved once by two who change the same version, and the other learns of it', async () => {
    const { id } = await planEvent(house);
    const both = await Promise.allSettled(
      [1, 2].map((by) => forms.save(id, first([lunch()]), `account:${by}`)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const form = await forms.of(id);
    await forms.save(id, draftOf(form), 'account:1');
    await expect(forms.save(id, draftOf(form), 'account:2')).rejects.toThrow(FormChanged);
  });

  it('is not saved when somebody who follows it objects, and no version is given out twice', async () => {
    const { id } = await planEvent(house);
    const before = await forms.save(id, first([lunch()]), 'account:1');
    const seen: Form[] = [];
    house.get(FormChanges).follow(async (form) => {
      if (form.eventId !== id) return;
      seen.push(form);
      if (form.questions.length === 0) throw new Error('Somebody eats');
    });
    await expect(forms.save(id, first([]), 'account:1')).rejects.toThrow(FormChanged);
    const emptied = withoutQuestion(draftOf(before), before.questions[0]!.id);
    await expect(forms.save(id, emptied, 'account:1')).rejects.toThrow('Somebody eats');
    expect(await forms.of(id)).toEqual(before);
    const after = await forms.save(id, draftOf(before), 'account:1');
    expect(after.version).toBeGreaterThan(seen[0]!.version!);
    expect(limitsOf(seen[1]!)).toEqual([{ id: before.questions[0]!.options[0]!.id, limit: 20 }]);
  });

  it('is written down with before and after', async () => {
    const { event, form } = await asked([lunch()]);
    await forms.save(event.id, draftOf(form), 'account:7');
    const [deed] = await house.get(AuditService).of({ type: 'event', id: event.id });
    expect(deed).toMatchObject({
      actor: 'account:7',
      action: 'form.save',
      before: { version: form.version },
    });
  });

  it('cannot touch the questions of another event', async () => {
    const one = await asked([lunch()]);
    const other = await asked([]);
    const [question] = one.form.questions;
    await forms.save(
      other.event.id,
      withQuestion(draftOf(other.form), { ...question!, label: { de: 'Übernommen' } }),
      'account:1',
    );
    expect((await forms.of(one.event.id)).questions).toEqual([question]);
  });

  it('is copied with ids of its own, conditions included', async () => {
    const meal = lunch();
    const which = aQuestion({ shownWhen: { question: meal.id, is: meal.options[1]!.id } });
    const { form, event } = await asked([meal, which], [{ purpose: 'photo', text: { de: 'Fotos' } }]);
    const target = await planEvent(house);
    const copy = await forms.copy(event.id, target.id, 'account:1');
    expect(copy.questions.map(({ label }) => label)).toEqual(form.questions.map(({ label }) => label));
    const [eats, says] = copy.questions;
    expect(says!.shownWhen).toEqual({ question: eats!.id, is: eats!.options[1]!.id });
    const ids = (one: Form) => [
      ...one.questions.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]),
      ...one.consents.map(({ id }) => id),
    ];
    expect(ids(copy).some((id) => ids(form).includes(id))).toBe(false);
    const bare = await planEvent(house);
    expect((await forms.copy(bare.id, (await planEvent(house)).id, 'account:1')).version).toBeNull();
  });
});

describe('Answer sheets', () => {
  it('are stored in two statements for any number of people', async () => {
    const { event, form, registrationId } = await asked(
      [lunch()],
      [{ purpose: 'photo', text: { de: 'Fotos' } }],
    );
    const other = await register(house, event.slug, aPerson(2));
    const [question] = form.questions;
    const sheet = sheetOf(form, { [question!.id]: question!.options[0]!.id });
    const common = { eventId: event.id, formVersion: form.version!, consents: consentsOf(form, []) };
    const both = [registrationId, other.registrationId!].map((id) => ({
      registrationId: id,
      ...common,
      ...sheet,
    }));
    expect(sheets.statements(both)).toHaveLength(2);
    await storeSheets(house, both);
    expect((await sheets.of([registrationId], { sensitive: false })).get(registrationId)).toMatchObject({
      answers: sheet.answers,
      formVersion: form.version,
    });
    expect(await sheets.count(event.id)).toBe(2);
    expect((await sheets.consentsGiven([registrationId])).get(registrationId)).toMatchObject([
      { given: false },
    ]);
  });

  it('show sensitive answers only to who asks for them, and lose them when they are to be forgotten', async () => {
    const { event, form, registrationId } = await asked([lunch(), diet()]);
    const [eats, avoids] = form.questions;
    const given = { [eats!.id]: eats!.options[1]!.id, [avoids!.id]: 'Erdnüsse' };
    await storeSheets(house, [
      { registrationId, eventId: event.id, formVersion: form.version!, ...sheetOf(form, given) },
    ]);
    const read = async (sensitive: boolean) =>
      (await sheets.of([registrationId], { sensitive })).get(registrationId)!;
    expect(JSON.stringify(await read(false))).not.toContain('Erdnüsse');
    expect((await read(true)).sensitive).toEqual({ [avoids!.id]: 'Erdnüsse' });

    const now = house.clock.now();
    expect(await sheets.forgetSensitive([event.id], now)).toBe(1);
    expect(await sheets.forgetSensitive([event.id], now)).toBe(0);
    const after = await read(true);
    expect([after.sensitive, after.sensitiveDeletedAt?.toString()]).toEqual([null, now.toString()]);
    expect(after.answers).toEqual({ [eats!.id]: eats!.options[1]!.id });
  });

  it('keep what was answered to a question that has been retired since, also when the rest is changed', async () => {
    const { event, form, registrationId } = await asked([lunch(), diet(), aQuestion()]);
    const [eats, avoids, other] = form.questions;
    const store = (version: number, shown: Form, given: Record<string, string>) =>
      storeSheets(house, [
        { registrationId, eventId: event.id, formVersion: version, ...sheetOf(shown, given) },
      ]);
    await store(form.version!, form, {
      [eats!.id]: eats!.options[0]!.id,
      [avoids!.id]: 'Erdnüsse',
      [other!.id]: 'Erstens',
    });
    const shorter = await forms.save(
      event.id,
      withoutQuestion(withoutQuestion(draftOf(form), eats!.id), avoids!.id),
      'account:1',
    );
    await store(shorter.version!, shorter, {});
    const sheet = (await sheets.of([registrationId], { sensitive: true })).get(registrationId)!;
    expect(sheet.answers).toEqual({ [eats!.id]: eats!.options[0]!.id });
    expect(sheet.sensitive).toEqual({ [avoids!.id]: 'Erdnüsse' });
  });

  it('remember when a consent was last changed, not when it was last sent', async () => {
    const { event, form, registrationId } = await asked([], [{ purpose: 'photo', text: { de: 'Fotos' } }]);
    const [consent] = form.consents;
    const decide = (ids: string[]) =>
      storeSheets(house, [
        {
          registrationId,
          eventId: event.id,
          formVersion: form.version!,
          answers: {},
          sensitive: null,
          consents: consentsOf(form, ids),
        },
      ]);
    const at = async () =>
      (
        await house.manager.query('SELECT at, given FROM consent_given WHERE consent_id = $1', [consent!.id])
      )[0];
    await decide([consent!.id]);
    const once = await at();
    house.clock.advance({ hours: 1 });
    await decide([consent!.id]);
    expect(await at()).toEqual(once);
    await decide([]);
    expect(await at()).toMatchObject({ given: false });
    expect((await at()).at.getTime()).toBe(once.at.getTime() + 3_600_000);
  });
});
