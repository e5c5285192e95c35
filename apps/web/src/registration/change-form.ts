import type { Attendance } from '#event';
import { type Answers, typedOf } from '#form';
import { attendanceSchema, type Choices, choicesSchemaFor } from '#registration';
import type { ChoicesInput } from './registration-form.js';
import type { RegistrationView } from './registration-view.js';

/** What one chose, changed: the same checks as when registering, only that what one has chosen stays possible. */
export const changeSchemaFor = (ways: readonly Attendance[], choices: Choices, before?: Answers) =>
  choicesSchemaFor(choices, before).extend({ attendance: attendanceSchema(ways) });

/** What was chosen so far, as the fields of a page show it. */
export function choicesBefore({ sessions, sheet, consents }: RegistrationView): ChoicesInput {
  return {
    sessions: sessions.map(({ id }) => id),
    answers: typedOf({ ...sheet?.answers, ...sheet?.sensitive }),
    consents: consents.filter(({ given }) => given).map(({ consentId }) => consentId),
  };
}
