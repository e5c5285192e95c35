import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { fieldErrors, translator } from '#language';
import { anyAnswers, anyForm } from '../test/any-form.js';
import { aForm, anOption, aQuestion } from '../test/forms.js';
import { type Answers, visible } from './answers.js';
import { answersSchema } from './answers.schema.js';
import type { Form, Question } from './form.js';
import { fromForm, readTyped, typedOf } from './from-form.js';
import { sheetOf } from './sheet.js';

/** What is said about one question when somebody answers so. */
function said(question: Question, given: unknown): string | undefined {
  const read = answersSchema(aForm([question])).safeParse({ [question.id]: given });
  return read.success ? undefined : fieldErrors(read.error)[0]?.key;
}

const read = (form: Form, given: object) => answersSchema(form).parse(given);

describe('Answers to a form', () => {
  it('are cleaned, and what is empty is no answer', () => {
    const [short, long] = [aQuestion(), aQuestion({ kind: 'long' })];
    const form = aForm([short, long]);
    const given = { [short.id]: ' Zug\0 um \uD800 9 ', [long.id]: 'Eins\r\n\r\n\r\n\r\nZwei' };
    expect(read(form, given)).toEqual({ [short.id]: 'Zug um 9', [long.id]: 'Eins\n\nZwei' });
    expect(read(form, { [short.id]: ' \0 ' })).toEqual({});
    expect(answersSchema(form).parse(undefined)).toEqual({});
  });

  it('name the question that is wrong, by the path of the person’s field', () => {
    const question = aQuestion({ required: true });
    const person = z.object({ people: z.array(z.object({ answers: answersSchema(aForm([question])) })) });
    const wrong = person.safeParse({ people: [{ answers: {} }] });
    expect(fieldErrors(wrong.error!)).toEqual([
      { field: `people.0.answers.${question.id}`, key: 'form.answer.required' },
    ]);
  });

  it.each([
    ['short', 'x'.repeat(201), 'field.tooLong'],
    ['short', 7, 'form.answer.text'],
    ['long', 'x'.repeat(2001), 'field.tooLong'],
    ['yesNo', 'perhaps', 'form.answer.yesNo'],
    ['number', '7', 'form.answer.number'],
    ['number', Number.NaN, 'form.answer.number'],
    ['number', 1e12, 'form.answer.range.most'],
    ['number', -1e12, 'form.answer.range.least'],
    ['date', '2027-02-30', 'form.answer.date'],
    ['date', '25.1.2027', 'form.answer.date'],
    ['single', 'nonsense', 'form.answer.option'],
    ['single', ['a'], 'form.answer.option'],
    ['multiple', 'a', 'form.answer.options'],
    ['multiple', [{}], 'form.answer.option'],
  ] as const)('of the kind %s are refused when they are %p', (kind, given, key) => {
    expect(said(aQuestion({ kind }), given)).toBe(key);
  });

  it('keep to the range of a number, both ends included', () => {
    const question = aQuestion({ kind: 'number', least: 1, most: 2.5 });
    expect([0.99, 1, 2.5, 2.51].map((number) => said(question, number))).toEqual([
      'form.answer.range',
      undefined,
      undefined,
      'form.answer.range',
    ]);
  });

  it('are told the bounds of a number that were set', () => {
    const saidIn = (bounds: Partial<Question>, given: number) => {
      const question = aQuestion({ kind: 'number', ...bounds });
      const { error } = answersSchema(aForm([question])).safeParse({ [question.id]: given });
      const [complaint] = fieldErrors(error!);
      return translator('de')(complaint!.key, complaint!.values);
    };
    expect([
      saidIn({ least: 1, most: 2.5 }, 3),
      saidIn({ least: 1 }, 0),
      saidIn({ most: 1500 }, 2000),
    ]).toEqual([
      'Bitte geben Sie eine Zahl von 1 bis 2,5 ein.',
      'Bitte geben Sie mindestens 1 ein.',
      'Bitte geben Sie höchstens 1.500 ein.',
    ]);
  });

  it('may name a retired option only if it was chosen before', () => {
    const [old, today] = [anOption('Bus', { retired: true }), anOption('Bahn')];
    for (const kind of ['single', 'multiple'] as const) {
      const question = aQuestion({ kind, options: [today, old] });
      const answers: Answers = { [question.id]: kind === 'single' ? old.id : [today.id, old.id] };
      expect(said(question, answers[question.id])).toBe('form.answer.option');
      expect(answersSchema(aForm([question]), answers).parse(answers)).toEqual(answers);
    }
  });

  it('drop what was answered to retired questions, and know no others', () => {
    const gone = aQuestion();
    const form = aForm([], { retired: [gone] });
    expect(read(form, { [gone.id]: 'früher' })).toEqual({});
    const wrong = answersSchema(form).safeParse({ nonsense: 1 });
    expect(fieldErrors(wrong.error!)).toEqual([{ field: 'nonsense', key: 'field.unknown' }]);
  });

  it('are asked down a chain of conditions, and dropped where it breaks', () => {
    const comes = aQuestion({ kind: 'yesNo' });
    const meal = anOption('Vegetarisch');
    const eats = aQuestion({
      kind: 'multiple',
      options: [meal, anOption('Fleisch')],
      shownWhen: { question: comes.id, is: true },
    });
    const which = aQuestion({ required: true, shownWhen: { question: eats.id, is: meal.id } });
    const form = aForm([comes, eats, which]);
    const all = { [comes.id]: true, [eats.id]: [meal.id], [which.id]: 'Ohne Käse' };
    expect(read(form, all)).toEqual(all);
    expect(read(form, { ...all, [comes.id]: false })).toEqual({ [comes.id]: false });
    expect(answersSchema(form).safeParse({ ...all, [which.id]: '' }).success).toBe(false);
    expect(visible(form, { [eats.id]: [meal.id] })).toEqual([comes]);
  });

  it('hold only what is asked and known, read again the same, and never break the reader', () => {
    const anything = anyForm.chain((form) =>
      fc.tuple(
        fc.constant(form),
        fc.oneof(
          anyAnswers(form),
          fc.dictionary(
            fc.constantFrom('', '__proto__', ...form.questions.map(({ id }) => id)),
            fc.anything(),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(anything, ([form, given]) => {
        const first = answersSchema(form).safeParse(given);
        if (!first.success) return;
        const asked = new Set(visible(form, first.data).map(({ id }) => id));
        expect(Object.keys(first.data).every((id) => asked.has(id))).toBe(true);
        expect(answersSchema(form).parse(first.data)).toEqual(first.data);
        const missing = form.questions.filter(
          ({ id, required }) => required && asked.has(id) && !(id in first.data),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('come back from a page as they went into it', () => {
    fc.assert(
      fc.property(
        anyForm.chain((form) => fc.tuple(fc.constant(form), anyAnswers(form))),
        ([form, given]) => {
          const answers = read(form, given);
          const fields = Object.entries(typedOf(answers)).map(([id, typed]) => [
            `people.3.answers.${id}`,
            typed,
          ]);
          const body = { 'people.2.answers': 'x', ...Object.fromEntries(fields) };
          expect(read(form, fromForm(form, readTyped(body, 'people.3.answers')))).toEqual(answers);
        },
      ),
    );
  });

  it('are understood as people type them', () => {
    const [number, day, yes, one] = [
      aQuestion({ kind: 'number' }),
      aQuestion({ kind: 'date' }),
      aQuestion({ kind: 'yesNo' }),
      aQuestion({ kind: 'multiple', options: [anOption('A')] }),
    ];
    const form = aForm([number, day, yes, one]);
    const option = one.options[0]!.id;
    const typed = { [number.id]: ' -1,5', [day.id]: '5.1.2027', [yes.id]: 'no', [one.id]: option };
    expect(read(form, fromForm(form, typed))).toEqual({
      [number.id]: -1.5,
      [day.id]: '2027-01-05',
      [yes.id]: false,
      [one.id]: [option],
    });
    const empty = Object.fromEntries(form.questions.map(({ id }) => [id, '']));
    expect(read(form, fromForm(form, empty))).toEqual({});
  });
});

describe('A sheet', () => {
  it('parts the sensitive answers from the others, loses none, and claims the limited options', () => {
    fc.assert(
      fc.property(
        anyForm.chain((form) => fc.tuple(fc.constant(form), anyAnswers(form))),
        ([form, given]) => {
          const answers = read(form, given);
          const { answers: open, sensitive, claims } = sheetOf(form, answers);
          expect({ ...open, ...sensitive }).toEqual(answers);
          const isSensitive = (id: string) =>
            form.questions.find((question) => question.id === id)?.sensitive;
          expect(Object.keys(open).some(isSensitive)).toBe(false);
          expect(Object.keys(sensitive ?? {}).every(isSensitive)).toBe(true);
          const limited = form.questions
            .flatMap(({ options }) => options)
            .filter(({ limit }) => limit !== null)
            .map(({ id }) => id);
          const chosen = Object.values(answers).flat();
          expect(claims.sort()).toEqual(limited.filter((id) => chosen.includes(id)).sort());
        },
      ),
    );
  });
});
