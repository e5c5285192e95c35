import type { Form } from '#form';
import { type Language, pick } from '#language';
import type { FieldErrors, Visit } from '../view/index.js';
import { Choices } from './choices.js';
import { ChoiceFrame } from './question-frame.js';

export interface ConsentFieldsProps {
  visit: Visit;
  form: Form;
  /** The name of the field: `people.0.consents`. */
  name: string;
  /** Ids of what was ticked; nothing is ticked beforehand. */
  given: readonly string[];
  errors: FieldErrors;
  /** The event's main language. */
  main: Language;
}

/** What people may agree to, each by itself; nothing where nothing is asked. */
export function ConsentFields({ visit, form, name, given, errors, main }: ConsentFieldsProps) {
  const { t, language } = visit;
  if (form.consents.length === 0) return null;
  return (
    <ChoiceFrame
      visit={visit}
      name={name}
      label={{ text: t('form.consents'), language }}
      hints={[t('form.consents.text')]}
      errors={errors}
      optional
    >
      <Choices
        visit={visit}
        type="checkbox"
        name={name}
        choices={form.consents.map(({ id, text }) => ({ value: id, label: pick(text, language, main) }))}
        chosen={given}
        wrong={Boolean(errors[name])}
      />
    </ChoiceFrame>
  );
}
