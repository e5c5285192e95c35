import fc from 'fast-check';
import type { Answer, Answers } from '../src/answers.js';
import { type Condition, type Form, QUESTION_KINDS, type Question } from '../src/form.js';
import { aForm, anOption, aQuestion } from './forms.js';

/** Any form that the office could have written, chains of conditions and retired options included. */
export const anyForm: fc.Arbitrary<Form> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...QUESTION_KINDS),
      required: fc.boolean(),
      sensitive: fc.boolean(),
      hangs: fc.nat(),
      limit: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    { maxLength: 7 },
  )
  .map((wishes) => {
    const questions: Question[] = [];
    for (const { kind, required, sensitive, hangs, limit } of wishes) {
      const chooses = kind === 'single' || kind === 'multiple';
      const options = chooses
        ? [
            anOption('A', { limit: sensitive ? null : limit }),
            anOption('B'),
            anOption('C', { retired: true }),
          ]
        : [];
      const shownWhen = conditionOn(questions, hangs);
      questions.push(aQuestion({ kind, sensitive, required: required && !sensitive, options, shownWhen }));
    }
    return aForm(questions);
  });

function conditionOn(earlier: readonly Question[], hangs: number): Condition | null {
  const candidates = earlier.filter(({ kind }) => ['single', 'multiple', 'yesNo'].includes(kind));
  const asked = candidates[hangs % (candidates.length + 1)];
  if (!asked) return null;
  return { question: asked.id, is: asked.kind === 'yesNo' ? hangs % 2 === 0 : asked.options[hangs % 2]!.id };
}

/** Any answers that fit a form's kinds, to all of its questions, hidden ones too. */
export const anyAnswers = (form: Form): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(form.questions.map((question) => [question.id, anyAnswer(question)])));

function anyAnswer({ kind, options }: Question): fc.Arbitrary<Answer> {
  const offered = options.filter(({ retired }) => !retired).map(({ id }) => id);
  switch (kind) {
    case 'single':
      return fc.constantFrom(...offered);
    case 'multiple':
      return fc.subarray(offered, { minLength: 1 });
    case 'yesNo':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100);
    case 'date':
      return fc
        .integer({ min: 0, max: 40_000 })
        .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString());
    default:
      return fc.stringMatching(/^[a-zäöüß]{1,40}$/);
  }
}
