import { AnswerList } from '../form/index.js';
import type { Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

/** What this person answered and agreed to; nothing where nothing was asked. */
export function OwnAnswers({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { sheet, consents, choices, timeZone } = view;
  if (!sheet && consents.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 class="kern-heading-medium" id="answers">
        {visit.t('registration.answers')}
      </h2>
      <AnswerList
        visit={visit}
        form={choices.form}
        sheet={sheet ?? { answers: {} }}
        consents={consents}
        main={choices.main}
        timeZone={timeZone}
      />
    </section>
  );
}
