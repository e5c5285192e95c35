import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldErrors } from '#language';
import { anyForm } from '../test/any-form.js';
import { aForm, anOption, aQuestion } from '../test/forms.js';
import { draftOf, type FormDraft, withMoved, withoutQuestion, withQuestion } from './draft.js';
import { formDraftSchema } from './draft.schema.js';
import type { Form, Question } from './form.js';
import { revised } from './revised.js';

const drafted = (questions: Question[], consents: FormDraft['consents'] = []): FormDraft => ({
  ...draftOf(aForm(questions)),
  consents,
});

/** The fields that are wrong, and why. */
function said(draft: unknown, main: 'de' | 'en' = 'de') {
  const read = formDraftSchema(main).safeParse(draft);
  return read.success ? [] : fieldErrors(read.error).map(({ field, key }) => `${field} ${key}`);
}

describe('A form as the office wants it', () => {
  it('has at most thirty questions, of at most fifty answers', () => {
    const many = (count: number) => Array.from({ length: count }, () => aQuestion());
    expect(said(drafted(many(30)))).toEqual([]);
    expect(said(drafted(many(31)))).toEqual(['questions form.questions.tooMany']);
    const options = Array.from({ length: 51 }, (_, number) => anOption(`Antwort ${number}`));
    expect(said(drafted([aQuestion({ kind: 'single', options })]))).toEqual([
      'questions.0.options form.options.tooMany',
    ]);
  });

  it('has every text in the event’s main language, within limits', () => {
    const question = aQuestion({ label: { de: ' \0 ', en: 'Question' } });
    expect(said(drafted([question]))).toEqual(['questions.0.label.de field.required']);
    expect(said(drafted([question]), 'en')).toEqual([]);
    expect(said(drafted([aQuestion({ label: { de: 'x'.repeat(301) } })]))).toEqual([
      'questions.0.label.de field.tooLong',
    ]);
  });

  it('hangs questions only on earlier ones, so never in a circle', () => {
    const first = aQuestion({ kind: 'yesNo' });
    const second = aQuestion({ kind: 'yesNo', shownWhen: { question: first.id, is: true } });
    expect(said(drafted([first, second]))).toEqual([]);
    expect(said(drafted([second, first]))).toEqual(['questions.0.shownWhen form.condition.later']);
    const circle = { ...first, shownWhen: { question: second.id, is: true } };
    expect(said(drafted([circle, second]))).toEqual(['questions.0.shownWhen form.condition.later']);
    const self = { ...first, shownWhen: { question: first.id, is: true } };
    expect(said(drafted([self]))).toEqual(['questions.0.shownWhen form.condition.later']);
  });

  it('hangs questions only on answers that are offered, and on protected ones only protected ones', () => {
    const options = [anOption('Ja'), anOption('Nein')];
    const asked = aQuestion({ kind: 'single', options, sensitive: true });
    const following = (is: string | boolean, sensitive: boolean) =>
      said(drafted([asked, aQuestion({ sensitive, shownWhen: { question: asked.id, is } })]));
    expect(following(options[0]!.id, true)).toEqual([]);
    expect(following(true, true)).toEqual(['questions.1.shownWhen form.condition.answer']);
    expect(following(asked.id, true)).toEqual(['questions.1.shownWhen form.condition.answer']);
    expect(following(options[0]!.id, false)).toEqual(['questions.1.shownWhen form.condition.sensitive']);
  });

  it('offers answers that differ, and enough of them', () => {
    const offer = (...labels: string[]) =>
      said(drafted([aQuestion({ kind: 'single', options: labels.map((label) => anOption(label)) })]));
    expect(offer('Bahn', 'Bus')).toEqual([]);
    expect(offer('Bahn', ' BAHN ')).toEqual(['questions.0.options form.options.twice']);
    expect(offer('Bahn')).toEqual(['questions.0.options form.options.few']);
    expect(said(drafted([aQuestion({ options: [anOption('Bahn')] })]))).toEqual([
      'questions.0.options form.options.needless',
    ]);
  });

  it('never demands a protected answer, and never counts it', () => {
    expect(said(drafted([aQuestion({ sensitive: true, required: true })]))).toEqual([
      'questions.0.required form.sensitive.required',
    ]);
    const options = [anOption('Vegan', { limit: 3 }), anOption('Koscher')];
    expect(said(drafted([aQuestion({ kind: 'single', sensitive: true, options })]))).toEqual([
      'questions.0.options form.sensitive.limit',
    ]);
  });

  it('has numbers that make sense', () => {
    expect(said(drafted([aQuestion({ kind: 'number', least: 3, most: 2 })]))).toEqual([
      'questions.0.most form.range.wrong',
    ]);
    for (const limit of [0, 1.5, 100_001, Number.NaN]) {
      const options = [anOption('A', { limit }), anOption('B')];
      expect(said(drafted([aQuestion({ kind: 'single', options })]))).toEqual([
        'questions.0.options.0.limit form.limit.wrong',
      ]);
    }
  });
});

describe('Changing a form', () => {
  it('keeps a question’s identity when its wording changes, and none when its kind does', () => {
    const question = aQuestion({ kind: 'single', options: [anOption('Bahn'), anOption('Bus')] });
    const follower = aQuestion({ shownWhen: { question: question.id, is: question.options[0]!.id } });
    const form = aForm([question, follower]);
    const worded = { ...question, label: { de: 'Anders gefragt' } };
    expect(revised(form, withQuestion(draftOf(form), worded)).questions[0]).toEqual(worded);

    const other = revised(form, withQuestion(draftOf(form), { ...question, kind: 'multiple' }));
    const [replaced, following] = other.questions;
    expect(replaced!.id).not.toBe(question.id);
    expect(other.retired).toEqual([question]);
    expect(following!.shownWhen).toEqual({ question: replaced!.id, is: replaced!.options[0]!.id });
  });

  it('asks anew when an answer becomes protected, or is so no more', () => {
    const question = aQuestion();
    const form = aForm([question]);
    const changed = revised(form, withQuestion(draftOf(form), { ...question, sensitive: true }));
    expect(changed.questions[0]!.id).not.toBe(question.id);
    expect(changed.retired).toEqual([question]);
  });

  it('retires the options that are left out, and takes them back when they come again', () => {
    const [train, bus, car] = [anOption('Bahn'), anOption('Bus'), anOption('Auto')];
    const form = aForm([aQuestion({ kind: 'single', options: [train, bus, car] })]);
    const [question] = form.questions;
    const fewer = revised(form, withQuestion(draftOf(form), { ...question!, options: [car, train] }));
    expect(fewer.questions[0]!.options).toEqual([car, train, { ...bus, retired: true }]);
    const again = revised(
      { ...fewer, version: 2 },
      withQuestion(draftOf(form), { ...question!, options: [train, bus, car] }),
    );
    expect(again.questions[0]!.options).toEqual([train, bus, car]);
  });

  it('gives a new wording of a consent the next version, and leaves the same wording alone', () => {
    const first = revised(aForm([]), drafted([], [{ purpose: 'photo', text: { de: 'Fotos ja' } }]));
    expect(first.consents).toMatchObject([{ purpose: 'photo', version: 1 }]);
    const form: Form = { ...first, version: 1 };
    expect(revised(form, draftOf(form)).consents).toEqual(first.consents);
    const next = revised(form, drafted([], [{ purpose: 'photo', text: { de: 'Fotos und Film' } }]));
    expect(next.consents).toMatchObject([{ version: 2 }]);
    expect(next.retiredConsents).toEqual(first.consents);
  });

  it('loses nothing that was ever asked, whatever is done to the form', () => {
    const deeds = fc.array(
      fc.record({ at: fc.nat(), what: fc.constantFrom('up', 'out', 'kind', 'options') }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(anyForm, deeds, (start, steps) => {
        const ever = new Map<string, Question>();
        let form = start;
        for (const { at, what } of steps) {
          for (const question of form.questions) ever.set(question.id, question);
          const question = form.questions[at % (form.questions.length || 1)];
          if (!question) break;
          form = { ...revised(form, changed(form, question, what)), version: 2 };
          const now = new Map([...form.questions, ...form.retired].map((one) => [one.id, one]));
          for (const [id, { kind, sensitive, options }] of ever) {
            expect(now.get(id)).toMatchObject({ kind, sensitive });
            const kept = now.get(id)!.options.map((option) => option.id);
            expect(kept).toEqual(expect.arrayContaining(options.map((option) => option.id)));
          }
        }
      }),
    );
  });
});

function changed(form: Form, question: Question, what: string): FormDraft {
  const draft = draftOf(form);
  if (what === 'up') return withMoved(draft, question.id, -1);
  if (what === 'out') return withoutQuestion(draft, question.id);
  if (what === 'kind') return withQuestion(draft, { ...question, kind: 'short', options: [] });
  return withQuestion(draft, { ...question, options: question.options.slice(1) });
}
