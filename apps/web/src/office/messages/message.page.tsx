import type { Message } from '#mail';
import { Badge, Button, ButtonLink, DescriptionList, Fact } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { aboutOf, MESSAGE_TONES } from './message-words.js';

export interface MessageView {
  message: Message;
  /** The mail is there as a file. */
  file: boolean;
}

interface PartProps {
  visit: OfficeVisit;
  view: MessageView;
}

/** One message: what was said, to whom, and what became of it. */
export function MessagePage({ visit, view }: PartProps) {
  const { t } = visit;
  const { message } = view;
  const about = aboutOf(message, t);
  return (
    <OfficePage
      visit={visit}
      title={about}
      room="messages"
      crumbs={[{ text: t('office.messages'), href: '/office/messages' }]}
    >
      <div class="page-head">
        <p class="event-kind">{t('office.message')}</p>
        <h1 class="kern-heading-x-large">{about}</h1>
      </div>
      <Fate visit={visit} view={view} />
      <Actions visit={visit} view={view} />
      <section class="programme-group" aria-labelledby="text">
        <h2 class="kern-heading-medium" id="text">
          {t('message.text')}
        </h2>
        {message.bodyText ? (
          <>
            <p class="kern-body kern-body--small">{t('message.text.masked')}</p>
            <div class="prose">
              <p class="kern-body" lang={message.language}>
                {message.bodyText}
              </p>
            </div>
          </>
        ) : (
          <p class="kern-body">{t('message.text.none')}</p>
        )}
      </section>
    </OfficePage>
  );
}

function Fate({ visit, view: { message } }: PartProps) {
  const { t, language } = visit;
  const at = (moment: Temporal.Instant) => inTable(moment, language);
  return (
    <DescriptionList>
      <Fact term={t('message.to')}>
        {message.toName !== message.toAddress && `${message.toName}, `}
        {message.toAddress}
      </Fact>
      <Fact term={t('report.status')}>
        <Badge tone={MESSAGE_TONES[message.status]}>{t(`message.${message.status}`)}</Badge>
      </Fact>
      <Fact term={t('message.createdAt')}>{at(message.createdAt)}</Fact>
      {message.sentAt && <Fact term={t('message.sentAt')}>{at(message.sentAt)}</Fact>}
      {message.status === 'queued' && message.attempts > 0 && (
        <Fact term={t('message.nextAttemptAt')}>{at(message.nextAttemptAt)}</Fact>
      )}
      <Fact term={t('message.attempts')}>{message.attempts}</Fact>
      {message.answer && <Fact term={t('message.answer')}>{message.answer}</Fact>}
      {message.messageId && <Fact term="Message-ID">{message.messageId}</Fact>}
    </DescriptionList>
  );
}

function Actions({ visit, view: { message, file } }: PartProps) {
  const { t } = visit;
  const href = `/office/messages/${message.id}`;
  const registrationId = registrationOf(message);
  return (
    <div class="actions">
      {message.status === 'failed' && (
        <OwnForm visit={visit} action={`${href}/retry`}>
          <Button look="primary" icon="mail" text={t('message.retry')} />
        </OwnForm>
      )}
      {file && <ButtonLink download icon="download" text={t('message.file')} href={`${href}/mail.eml`} />}
      {registrationId && (
        <ButtonLink
          look="tertiary"
          text={t('office.registration')}
          href={`/office/registrations/${registrationId}`}
        />
      )}
    </div>
  );
}

// The mail about a change to somebody who looks after others is about no registration of theirs.
const registrationOf = ({ kind, subjectId, facts }: Message): string | null => {
  if (kind.startsWith('notice.')) return 'registrationId' in facts ? subjectId : null;
  return kind.startsWith('registration.') ? subjectId : null;
};
