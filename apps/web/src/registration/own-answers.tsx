import { asksAnything } from '#form';
import { AnswerList } from '../form/index.js';
import { ButtonLink, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

/** What this person answered and agreed to, or the way to the questions; nothing where nothing was asked. */
export function OwnAnswers({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t } = visit;
  const { sheet, consents, choices, timeZone, canChange, href } = view;
  const answered = sheet !== undefined || consents.length > 0;
  // Who was registered by others, or took over a place, has not been asked yet.
  const isOpen = !answered && canChange && asksAnything(choices.form);
  if (!answered && !isOpen) return null;
  return (
    <section aria-labelledby="answers">
      <h2 class="kern-heading-medium" id="answers">
        {t('registration.answers')}
      </h2>
      {isOpen && (
        <>
          <p class="kern-body">{t('registration.answers.open')}</p>
          <div class="actions">
            <ButtonLink text={t('registration.answers.give')} href={`${href}/change`} />
          </div>
        </>
      )}
      {answered && (
        <AnswerList
          visit={visit}
          form={choices.form}
          sheet={sheet ?? { answers: {} }}
          consents={consents}
          main={choices.main}
          timeZone={timeZone}
        />
      )}
    </section>
  );
}
