import { INVITATION_STATES } from '#invitation';
import { When } from '../../event/when.js';
import { Button, ButtonLink, FilterLinks, langOf, withQuery } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { InvitationsTable } from './invitations-table.js';
import { hrefOf, type InvitationsView } from './invitations-view.js';

interface PartProps {
  visit: OfficeVisit;
  view: InvitationsView;
}

/** Who is invited to an event, who comes, who is silent; one click reminds the silent. */
export function InvitationsPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { brief } = view;
  const title = t('office.invitations.of', { title: brief.title.text });
  return (
    <OfficePage
      visit={visit}
      title={title}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        { text: brief.title.text, href: view.eventHref, lang: langOf(brief.title, visit) },
      ]}
    >
      <div class="page-head">
        <p class="event-kind">{t('office.invitations')}</p>
        <h1 class="kern-heading-x-large" lang={langOf(brief.title, visit)}>
          {brief.title.text}
        </h1>
        <p class="kern-body">
          <When visit={visit} event={brief} />
        </p>
      </div>
      <section class="office-list" aria-label={t('office.invitations')}>
        <Doing visit={visit} view={view} />
        <Filters visit={visit} view={view} />
        <InvitationsTable visit={visit} view={view} />
        <Files visit={visit} view={view} />
      </section>
    </OfficePage>
  );
}

function Doing({ visit, view }: PartProps) {
  const { t } = visit;
  const { open, due, later, href, eventHref, filter } = view;
  if (!open) return <p class="kern-body">{t('error.invitation.event')}</p>;
  return (
    <div class="actions">
      {due > 0 && (
        <OwnForm
          visit={visit}
          action={`${href}/remind`}
          hidden={filter.memberId ? { member: filter.memberId } : {}}
        >
          <Button look="primary" icon="mail" text={t('office.invitations.remind', { count: due })} />
        </OwnForm>
      )}
      {due === 0 && later && <p class="kern-body">{t('office.invitations.later', later)}</p>}
      <ButtonLink text={t('office.invite')} icon="add" href={`${eventHref}/invite`} />
    </div>
  );
}

function Filters({ visit, view }: PartProps) {
  const { t } = visit;
  const { counts, filter } = view;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = INVITATION_STATES.filter((state) => counts[state] || state === filter.state);
  return (
    <FilterLinks
      label={t('office.invitations.filter')}
      links={[
        {
          text: t('office.attendees.all', { count: all }),
          href: hrefOf(view, undefined),
          current: !filter.state,
        },
        ...choices.map((state) => ({
          text: t('office.attendees.status', {
            status: t(`invitation.state.${state}`),
            count: counts[state] ?? 0,
          }),
          href: hrefOf(view, state),
          current: state === filter.state,
        })),
      ]}
    />
  );
}

function Files({ visit, view }: PartProps) {
  const { t, language } = visit;
  if (view.lines.length === 0) return null;
  const file = (dialect: string) => withQuery(`${view.href}.csv`, { dialect, lang: language });
  return (
    <div class="actions">
      <ButtonLink download icon="download" text={t('office.attendees.excel')} href={file('excel')} />
      <ButtonLink
        download
        icon="download"
        look="tertiary"
        text={t('office.attendees.csv')}
        href={file('plain')}
      />
    </div>
  );
}
