import { describe, expect, it } from '@jest/globals';
import { fieldErrors } from '#language';
import { aForm, aQuestion } from '../../form/test/forms.js';
import { newcomerSchema, newcomerSchemaFor, partySchemaFor } from './newcomer.schema.js';

const uuid = (number: number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
const form = aForm([aQuestion({ id: uuid(1), required: true }), aQuestion({ id: uuid(2) })], {
  consents: [{ id: uuid(9), purpose: 'photo', version: 1, text: { de: 'Fotos' } }],
});
const at = (time: string) =>
  Temporal.PlainDateTime.from(`2027-01-25T${time}`).toZonedDateTime('Europe/Berlin');
const sessions = [
  { id: uuid(5), title: 'Rundgang', start: at('10:00'), end: at('11:00') },
  { id: uuid(6), title: 'Vortrag', start: at('10:30'), end: at('11:30') },
];
const alma = { email: 'alma@stadt.test', firstName: 'Alma', lastName: 'Beispiel' };
const schema = newcomerSchemaFor({ form, sessions });
const complaints = (more: object) => {
  const parsed = schema.safeParse({ ...alma, ...more });
  return parsed.success ? [] : fieldErrors(parsed.error);
};
const answers = { [uuid(1)]: 'Ja' };

describe('What a newcomer chooses', () => {
  it('is taken as it was chosen, each session once', () => {
    const parsed = schema.parse({
      ...alma,
      answers: { [uuid(1)]: ' Ja\0 ' },
      sessions: [uuid(5), uuid(5)],
      consents: { [uuid(9)]: true },
    });
    expect(parsed).toMatchObject({ answers, sessions: [uuid(5)], consents: { [uuid(9)]: true } });
  });

  it('must answer what is required, even by who says nothing of answers', () => {
    expect(complaints({})).toEqual([{ field: `answers.${uuid(1)}`, key: 'form.answer.required' }]);
  });

  it('names both sessions that nobody can attend together', () => {
    expect(complaints({ answers, sessions: [uuid(6), uuid(5)] })).toEqual([
      {
        field: 'sessions',
        key: 'register.sessions.overlap',
        values: { one: 'Rundgang', other: 'Vortrag' },
      },
    ]);
  });

  it.each([
    ['a session of another event', { answers, sessions: [uuid(7)] }, 'sessions', 'error.session.unknown'],
    ['no id for a session', { answers, sessions: ['<b>'] }, 'sessions.0', 'error.session.unknown'],
    ['a text for sessions', { answers, sessions: 'all' }, 'sessions', 'error.session.unknown'],
    [
      'more sessions than there can be',
      { answers, sessions: Array(51).fill(uuid(5)) },
      'sessions',
      'error.session.unknown',
    ],
    [
      'an answer to another form',
      { answers: { ...answers, [uuid(3)]: 'x' } },
      `answers.${uuid(3)}`,
      'field.unknown',
    ],
    [
      'an over-long answer',
      { answers: { [uuid(1)]: 'x'.repeat(201) } },
      `answers.${uuid(1)}`,
      'field.tooLong',
    ],
    [
      'a consent that was replaced',
      { answers, consents: { [uuid(8)]: true } },
      'consents',
      'form.consent.changed',
    ],
    [
      'a text for a consent',
      { answers, consents: { [uuid(9)]: 'yes' } },
      `consents.${uuid(9)}`,
      'register.consents.wrong',
    ],
    ['a list for answers', { answers: ['Ja'] }, 'answers', expect.any(String)],
  ])('is refused: %s', (_, more, field, key) => {
    expect(complaints(more)).toMatchObject([{ field, key }]);
  });

  it('is nothing where the event asks nothing', () => {
    const nothing = newcomerSchemaFor({ form: { ...form, questions: [], consents: [] }, sessions: [] });
    expect(nothing.parse(alma).answers).toBeUndefined();
    expect(nothing.safeParse({ ...alma, answers }).success).toBe(false);
  });

  it('is not looked at by who only reads the shape', () => {
    expect(newcomerSchema.parse({ ...alma, answers: { x: 1 } }).answers).toEqual({ x: 1 });
  });
});

describe('A party', () => {
  it('names the person whose choice is wrong', () => {
    const party = partySchemaFor(['onsite', 'online'], ['Essen'], { form, sessions });
    const people = [
      { ...alma, answers, organization: 'Essen', attendance: 'onsite' },
      { ...alma, organization: 'Atlantis', attendance: '' },
    ];
    const { error } = party.safeParse({ people });
    expect(fieldErrors(error!).map(({ field }) => field)).toEqual([
      'people.1.organization',
      'people.1.attendance',
      `people.1.answers.${uuid(1)}`,
    ]);
  });

  it.each([
    [undefined, 'error.attendance.missing'],
    ['', 'error.attendance.missing'],
    ['telepathy', 'error.registration.attendance'],
  ])('tells who chose no way of attending from who chose one that there is not: %s', (attendance, key) => {
    const party = partySchemaFor(['onsite', 'online'], undefined, { form, sessions });
    const { error } = party.safeParse({ people: [{ ...alma, answers, attendance }] });
    expect(fieldErrors(error!)).toEqual([{ field: 'people.0.attendance', key }]);
  });
});
