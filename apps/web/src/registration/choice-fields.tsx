import { ConsentFields, QuestionFields } from '../form/index.js';
import type { FieldErrors, Visit } from '../view/index.js';
import type { EventChoices } from './event-choices.js';
import type { ChoicesInput } from './registration-form.js';
import { SessionChoices } from './session-choices.js';

export interface ChoiceFieldsProps {
  visit: Visit;
  choices: EventChoices;
  given: ChoicesInput;
  /** What the fields' names begin with: `people.0.`. */
  prefix: string;
  errors: FieldErrors;
}

/** Sessions, questions and consents of one person; nothing where the event asks for none of them. */
export function ChoiceFields({ visit, choices, given, prefix, errors }: ChoiceFieldsProps) {
  const { form, main, sessions, full, own, ownWord, waits } = choices;
  return (
    <>
      <SessionChoices
        visit={visit}
        name={`${prefix}sessions`}
        sessions={sessions}
        chosen={given.sessions}
        own={own}
        ownWord={ownWord}
        errors={errors}
        waits={waits}
      />
      <QuestionFields
        visit={visit}
        form={form}
        prefix={`${prefix}answers`}
        typed={given.answers}
        errors={errors}
        main={main}
        full={full}
        own={own}
        ownWord={ownWord}
        waits={waits}
      />
      <ConsentFields
        visit={visit}
        form={form}
        name={`${prefix}consents`}
        given={given.consents}
        errors={errors}
        main={main}
      />
    </>
  );
}
