import type { ComponentChildren } from 'preact';
import type { InvitationState } from '#invitation';
import { Delegations } from '../delegation/delegations.page.js';
import { When } from '../event/when.js';
import { FeedAddress } from '../programme/feed-address.js';
import { StatusWord } from '../registration/status-word.js';
import { Alert, ButtonLink, Document, langOf, Table, type Visit } from '../view/index.js';
import type { InvitationLine, MyPartProps, PlaceLine } from './my-view.js';
import { People } from './people.js';

/** A contact's own page: who comes, what is to be answered, and for a coordinator the member's people. */
export function MyPage({ visit, view }: MyPartProps) {
  const { t } = visit;
  return (
    <Document visit={visit} title={t('my.title')} personal>
      <div class="page-head">
        <p class="event-kind">{t('my.title')}</p>
        <h1 class="kern-heading-x-large">{view.name}</h1>
        {view.member && <p class="kern-body kern-body--large">{view.member}</p>}
      </div>
      {view.done && (
        <div role="status">
          <Alert tone="success" title={t(`my.done.${view.done}`)} />
        </div>
      )}
      <Part id="invitations" title={t('my.invitations')}>
        <Invitations visit={visit} view={view} />
      </Part>
      {view.delegations && (
        <Part id="delegations" title={t('delegation.all')}>
          <Delegations visit={visit} delegations={view.delegations.lines} />
          <div class="actions">
            <ButtonLink icon="add" text={t('delegation.toAll')} href={view.delegations.href} />
          </div>
        </Part>
      )}
      <Part id="places" title={t('my.places')}>
        <Places visit={visit} view={view} />
        <FeedAddress
          visit={visit}
          feed={view.feed}
          title={t('my.feed')}
          text={t(view.people ? 'my.feed.text.member' : 'my.feed.text')}
        />
      </Part>
      {view.people && (
        <Part id="people" title={t('my.people')}>
          <People visit={visit} view={view} />
        </Part>
      )}
    </Document>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="programme-group" aria-labelledby={id}>
      <h2 class="kern-heading-medium" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Places({ visit, view }: MyPartProps) {
  const { t } = visit;
  return (
    <Table
      caption={t('my.places')}
      rows={view.places}
      keyOf={({ registrationId }) => registrationId}
      empty={t('my.places.none')}
      columns={[
        { title: t('my.name'), heading: true, cell: (line) => <PlaceName line={line} /> },
        { title: t('my.event'), cell: (line) => <Occasion visit={visit} line={line} /> },
        { title: t('my.status'), cell: ({ status }) => <StatusWord visit={visit} status={status} /> },
      ]}
    />
  );
}

function Invitations({ visit, view }: MyPartProps) {
  const { t } = visit;
  return (
    <Table
      caption={t('my.invitations')}
      rows={view.invitations}
      keyOf={({ id }) => id}
      empty={t('my.invitations.none')}
      columns={[
        { title: t('my.event'), heading: true, cell: (line) => <Occasion visit={visit} line={line} /> },
        { title: t('my.name'), cell: ({ name }) => name },
        { title: t('my.answer'), cell: (line) => answerOf(visit, line) },
        { title: t('my.action'), cell: (line) => <Answering visit={visit} line={line} /> },
      ]}
    />
  );
}

function PlaceName({ line: { name, href } }: { line: PlaceLine }) {
  if (!href) return <>{name}</>;
  return (
    <a class="text-link" href={href}>
      {name}
    </a>
  );
}

function Occasion({ visit, line: { event } }: { visit: Visit; line: Pick<PlaceLine, 'event'> }) {
  return (
    <>
      <a class="text-link" href={event.href} lang={langOf(event.title, visit)}>
        {event.title.text}
      </a>
      <span class="office-note">
        <When visit={visit} event={event} />
      </span>
    </>
  );
}

function answerOf({ t }: Visit, { state, position = 0 }: InvitationLine): string {
  if (state === 'waiting') return t('invitation.said.waiting', { position });
  return isOpen(state) ? t('my.answer.open') : t(`my.answer.${state}`);
}

function Answering({ visit, line: { event, state, href } }: { visit: Visit; line: InvitationLine }) {
  const { t } = visit;
  if (!href) return null;
  const action = t(isOpen(state) ? 'my.reply' : 'my.reply.change');
  // Many links say the same; each says to whoever cannot see the row which event it means.
  return (
    <a
      class="text-link text-link--short"
      href={href}
      aria-label={t('my.reply.to', { title: event.title.text, action })}
    >
      {action}
    </a>
  );
}

// Why there is no reply concerns the office alone.
const OPEN = ['silent', 'undeliverable', 'noContact'] as const;
const isOpen = (state: InvitationState): state is (typeof OPEN)[number] => OPEN.some((one) => one === state);
