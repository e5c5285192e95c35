import { Alert, Button, type FieldErrors, TextArea } from '../../view/index.js';
import { MessagesTable } from '../messages/messages-table.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { History } from './history.js';
import { Person } from './person-facts.js';
import { RegistrationActions } from './registration-actions.js';
import { Answers } from './registration-answers.js';
import type { PartProps } from './registration-page-view.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

/** All the office knows of one registration: the person, what they chose, what happened, what was mailed. */
export function RegistrationPage({ visit, view }: PartProps) {
  const { t } = visit;
  const name = nameOf(view, t);
  return (
    <OfficePage visit={visit} title={name} room="events" crumbs={crumbsOf(visit, view)}>
      <div class="page-head">
        <p class="event-kind">{t('office.registration')}</p>
        <h1 class="kern-heading-x-large">{name}</h1>
      </div>
      <Marks visit={visit} view={view} />
      <Person visit={visit} view={view} />
      <RegistrationActions visit={visit} view={view} />
      <Answers visit={visit} view={view} />
      <Note visit={visit} view={view} />
      <section class="programme-group" aria-labelledby="history">
        <h2 class="kern-heading-medium" id="history">
          {t('office.history')}
        </h2>
        <History visit={visit} view={view} />
      </section>
      <section class="programme-group" aria-labelledby="messages">
        <h2 class="kern-heading-medium" id="messages">
          {t('office.messages')}
        </h2>
        <MessagesTable visit={visit} messages={view.messages} />
      </section>
    </OfficePage>
  );
}

function Marks({ visit, view }: PartProps) {
  const { t } = visit;
  const { marks, doubles } = view;
  if (doubles.length === 0 && !marks?.memberHasLeft) return null;
  return (
    <div class="office-notice stack">
      {doubles.length > 0 && (
        <Alert tone="warning" title={t('desk.doubles.title')}>
          <ul class="kern-list kern-list--bullet">
            {doubles.map(({ registrationId, name, email, status }) => (
              <li key={registrationId}>
                <a class="text-link" href={`/office/registrations/${registrationId}`}>
                  {name}
                </a>
                , <span class="address">{email}</span> ({t(`status.${status}`)})
                <OwnForm visit={visit} action={`${hrefOf(view)}/apart`} hidden={{ other: registrationId }}>
                  <button
                    class="kern-btn kern-btn--tertiary"
                    type="submit"
                    aria-label={`${t('desk.apart')}: ${name}, ${email}`}
                  >
                    <span class="kern-label">{t('desk.apart')}</span>
                  </button>
                </OwnForm>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {marks?.memberHasLeft && (
        <Alert tone="info" title={t('desk.left.title')}>
          <p class="kern-body">{t('desk.left.text')}</p>
        </Alert>
      )}
    </div>
  );
}

function Note({ visit, view }: PartProps) {
  const { t } = visit;
  const errors: FieldErrors = view.noteTooLong ? { note: t('field.tooLong', { max: view.noteTooLong }) } : {};
  return (
    <section class="programme-group narrow" aria-labelledby="note-title">
      <h2 class="kern-heading-medium" id="note-title">
        {t('desk.note')}
      </h2>
      <OwnForm visit={visit} action={`${hrefOf(view)}/note`}>
        <TextArea
          visit={visit}
          name="note"
          label={t('desk.note.label')}
          hint={t('desk.note.hint')}
          value={view.note}
          rows={3}
          errors={errors}
          optional
        />
        <div class="actions">
          <Button text={t('desk.note.submit')} />
        </div>
      </OwnForm>
    </section>
  );
}
