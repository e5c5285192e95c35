import type { Form, Question, Typed } from '#form';
import { type Language, type MessageKey, pick } from '#language';
import type { FieldErrors, Visit } from '../view/index.js';
import { type Choice, Choices } from './choices.js';
import { ChoiceFrame, describedBy, type FrameProps, QuestionFrame } from './question-frame.js';
import { hintsOf } from './question-hints.js';

export interface QuestionFieldsProps {
  visit: Visit;
  form: Form;
  /** Of one person: `people.0.answers`; a field is called `<prefix>.<question>`. */
  prefix: string;
  typed: Typed;
  /** By the fields' names. */
  errors: FieldErrors;
  /** The event's main language, in which every text exists. */
  main: Language;
  /** Options that nobody can have any more. */
  full?: ReadonlySet<string>;
  /** Options that this person has already. */
  own?: ReadonlySet<string>;
  /** How that is said, where it is not said to the person. */
  ownWord?: MessageKey;
  /** Whoever chooses now gets a seat later, if at all, and can wish for what is full. */
  waits?: boolean;
}

/** All questions of a form for one person; without a script, those that hang on others say so. */
export function QuestionFields(props: QuestionFieldsProps) {
  return (
    <>
      {props.form.questions.map((question) => (
        <QuestionField {...props} question={question} key={question.id} />
      ))}
    </>
  );
}

interface FieldProps extends QuestionFieldsProps {
  question: Question;
}

function QuestionField(props: FieldProps) {
  const { visit, prefix, errors, main, question } = props;
  const frame: FrameProps = {
    visit,
    name: `${prefix}.${question.id}`,
    label: pick(question.label, visit.language, main),
    hints: hintsOf(props),
    errors,
    optional: !question.required,
  };
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'yesNo':
      return <ChoiceField {...props} frame={frame} />;
    case 'long':
      return <LongField {...props} frame={frame} />;
    default:
      return <LineField {...props} frame={frame} />;
  }
}

function ChoiceField(props: FieldProps & { frame: FrameProps }) {
  const { visit, question, typed, frame } = props;
  const chosen = [typed[question.id] ?? ''].flat();
  const choices = choicesOf(props, chosen);
  // A radio once chosen cannot be taken back otherwise.
  const none = frame.optional && question.kind !== 'multiple';
  return (
    <ChoiceFrame {...frame}>
      <Choices
        visit={visit}
        type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
        name={frame.name}
        choices={none ? [...choices, { value: '', label: said(visit, 'form.noAnswer') }] : choices}
        chosen={chosen}
        wrong={Boolean(frame.errors[frame.name])}
      />
    </ChoiceFrame>
  );
}

function choicesOf(
  { visit, question: { kind, options }, main, full, own, ownWord = 'register.choice.own', waits }: FieldProps,
  chosen: readonly string[],
): Choice[] {
  if (kind === 'yesNo') {
    return (['yes', 'no'] as const).map((value) => ({ value, label: said(visit, `form.${value}`) }));
  }
  // Who has chosen what is no longer offered can keep it.
  return options
    .filter(({ id, retired }) => !retired || chosen.includes(id))
    .map(({ id, label }) => ({
      value: id,
      label: pick(label, visit.language, main),
      note: full?.has(id) ? visit.t(own?.has(id) ? ownWord : 'form.full') : undefined,
      taken: !waits && full?.has(id),
    }));
}

const said = ({ t, language }: Visit, key: 'form.yes' | 'form.no' | 'form.noAnswer') => ({
  text: t(key),
  language,
});

function LineField({ question: { id, kind }, typed, frame }: FieldProps & { frame: FrameProps }) {
  const type = kind === 'date' ? 'date' : 'text';
  return (
    <QuestionFrame {...frame}>
      <input
        {...common(frame)}
        // Preact's types part inputs by the roles they may have; none is given here.
        type={type as 'text'}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        value={[typed[id] ?? ''].flat()[0]}
        autocomplete="off"
      />
    </QuestionFrame>
  );
}

function LongField({ question: { id }, typed, frame }: FieldProps & { frame: FrameProps }) {
  return (
    <QuestionFrame {...frame}>
      <textarea {...common(frame)} rows={4}>
        {[typed[id] ?? ''].flat()[0]}
      </textarea>
    </QuestionFrame>
  );
}

function common(frame: FrameProps) {
  const { name, errors, optional } = frame;
  return {
    class: `kern-form-input__input${errors[name] ? ' kern-form-input__input--error' : ''}`,
    id: name,
    name,
    required: !optional,
    'aria-invalid': errors[name] ? ('true' as const) : undefined,
    'aria-describedby': describedBy(frame),
  };
}
