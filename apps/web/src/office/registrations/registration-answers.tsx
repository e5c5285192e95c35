import { AnswerList } from '../../form/index.js';
import { Button, ButtonLink } from '../../view/index.js';
import { inTable } from '../moment.js';
import { OwnForm } from '../own-form.js';
import { canAnswer } from './deeds.js';
import type { PartProps } from './registration-page-view.js';
import { hrefOf } from './registration-view.js';

/** What was answered and agreed to; sensitive answers only behind a button, and who presses it is written down. */
export function Answers({ visit, view }: PartProps) {
  const { t } = visit;
  const { registration, sheet, consents, choices, event, looks } = view;
  const { form, main } = choices;
  const said = (at: Temporal.Instant, name: string) =>
    `${name}, ${inTable(at, visit.language, event.timeZone)}`;
  const asksSensitive = [...form.questions, ...form.retired].some(({ sensitive }) => sensitive);
  if (!sheet && consents.length === 0 && form.version === null) return null;
  return (
    <section class="programme-group" aria-labelledby="answers">
      <h2 class="kern-heading-medium" id="answers">
        {t('desk.answers')}
      </h2>
      <AnswerList
        visit={visit}
        form={form}
        sheet={sheet ?? { answers: {} }}
        consents={consents}
        main={main}
        timeZone={event.timeZone}
      />
      {asksSensitive && sheet && !sheet.sensitiveDeletedAt && (
        <OwnForm visit={visit} action={`${hrefOf(view)}/sensitive`}>
          <p class="kern-body">{t('desk.sensitive.text')}</p>
          <div class="actions">
            <Button text={t('desk.sensitive.look')} turbo={false} />
          </div>
        </OwnForm>
      )}
      {looks.length > 0 && (
        <p class="kern-body">
          {t('desk.sensitive.looks', {
            looks: looks.map(({ at, name }) => said(at, name ?? t('office.by.office'))).join('; '),
          })}
        </p>
      )}
      {form.questions.length > 0 && canAnswer(registration) && (
        <div class="actions">
          <ButtonLink icon="edit" text={t('desk.answers.change')} href={`${hrefOf(view)}/answers`} />
        </div>
      )}
    </section>
  );
}
