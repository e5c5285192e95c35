import type { InvitationReply } from '#invitation';
import { pick } from '#language';
import type { MessageLine } from '#mail';
import type { Answerable } from '../../invitation/replies.service.js';
import { ReplyForms } from '../../invitation/reply-forms.js';
import type { ReplyView } from '../../invitation/reply-view.js';
import { Alert, Button, DescriptionList, Fact, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { MessagesTable } from '../messages/messages-table.js';
import { inTable } from '../moment.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';

/** One reply with who gave it. */
export interface ReplyLine extends Pick<InvitationReply, 'id' | 'answer' | 'word' | 'at'>, Doer {}

/** Who did something. */
interface Doer {
  /** Who in the office it was; missing for the person's own. */
  name?: string;
  byOffice: boolean;
}

export interface InvitationFileView extends Answerable {
  href: string;
  inviter: Doer;
  history: ReplyLine[];
  messages: MessageLine[];
  /** Missing where nothing can be replied any more. */
  reply?: ReplyView;
  invitable: boolean;
}

interface PartProps {
  visit: OfficeVisit;
  view: InvitationFileView;
}

/** All the office knows of one invitation; here it replies for whoever calls. */
export function InvitationFile({ visit, view }: PartProps) {
  const { t } = visit;
  const { invitation, event } = view;
  const name = `${invitation.firstName} ${invitation.lastName}`.trim();
  const title = pick(event.title, visit.language, event.mainLanguage).text;
  const eventHref = `/office/events/${event.id}`;
  return (
    <OfficePage
      visit={visit}
      title={name}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        { text: title, href: eventHref },
        { text: t('office.invitations'), href: `${eventHref}/invitations` },
      ]}
    >
      <div class="page-head">
        <p class="event-kind">{t('invitation.title')}</p>
        <h1 class="kern-heading-x-large">{name}</h1>
      </div>
      {invitation.revokedAt && <Alert tone="warning" title={t('office.invitation.revoked')} />}
      <Facts visit={visit} view={view} />
      <Doing visit={visit} view={view} />
      {view.reply && (
        <section class="programme-group" aria-labelledby="reply">
          <h2 class="kern-heading-medium" id="reply">
            {t('office.invitation.phone')}
          </h2>
          <ReplyForms visit={visit} view={view.reply} />
        </section>
      )}
      <section class="programme-group" aria-labelledby="history">
        <h2 class="kern-heading-medium" id="history">
          {t('office.invitation.replies')}
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

function Facts({ visit, view: { invitation, memberName, comers, event, inviter } }: PartProps) {
  const { t, language } = visit;
  return (
    <DescriptionList>
      {memberName && <Fact term={t('office.invitations.member')}>{memberName}</Fact>}
      <Fact term={t('report.email')}>
        <a class="text-link" href={`mailto:${invitation.email}`}>
          {invitation.email}
        </a>
      </Fact>
      <Fact term={t('report.language')}>{t(`language.${invitation.language}`)}</Fact>
      <Fact term={t('office.invitation.invitedAt')}>
        {t('office.invitation.invitedBy', {
          at: inTable(invitation.invitedAt, language, event.timeZone),
          name: doerOf(visit, inviter),
        })}
      </Fact>
      {comers.length > 0 && (
        <Fact term={t('invitation.comers')}>
          {comers.map((comer, index) => (
            <span key={comer.registrationId}>
              {index > 0 && ', '}
              <a class="text-link" href={`/office/registrations/${comer.registrationId}`}>
                {comer.name}
              </a>
              {comer.waits && ` (${t('status.waitlisted')})`}
            </span>
          ))}
        </Fact>
      )}
    </DescriptionList>
  );
}

function Doing({ visit, view }: PartProps) {
  const { t } = visit;
  if (view.invitation.revokedAt || !view.invitable) return null;
  return (
    <div class="actions">
      <OwnForm visit={visit} action={`${view.href}/resend`}>
        <Button icon="mail" text={t('office.invitation.resend')} />
      </OwnForm>
      <OwnForm visit={visit} action={`${view.href}/revoke`}>
        <Button look="tertiary" icon="close" text={t('office.invitation.revoke')} />
      </OwnForm>
    </div>
  );
}

function History({ visit, view: { history, event } }: PartProps) {
  const { t, language } = visit;
  return (
    <Table
      caption={t('office.invitation.replies')}
      rows={history}
      keyOf={({ id }) => id}
      empty={t('office.invitation.silent')}
      columns={[
        { title: t('office.at'), heading: true, cell: ({ at }) => inTable(at, language, event.timeZone) },
        { title: t('office.invitation.answer'), cell: ({ answer }) => t(`invitation.said.${answer}`) },
        { title: t('invitation.word'), cell: ({ word }) => word ?? '–' },
        {
          title: t('office.by'),
          cell: (line) => doerOf(visit, line),
        },
      ]}
    />
  );
}

const doerOf = ({ t }: OfficeVisit, { byOffice, name }: Doer): string =>
  byOffice ? (name ?? t('office.by.office')) : t('office.by.participant');
