import type { EventBrief } from '../../event/event-brief.js';
import { StatusBadge } from '../../event/status-badge.js';
import { When } from '../../event/when.js';
import { Alert, ButtonLink, langOf, Pagination, withQuery } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { Filters, Search } from './attendees-filters.js';
import { AttendeesTable } from './attendees-table.js';
import { type AttendeesView, hrefOf } from './attendees-view.js';
import { SeatBars } from './events.page.js';

interface PartProps {
  visit: OfficeVisit;
  view: AttendeesView;
}

/** Who comes to an event: search, filter, pages, and the list as a file. */
export function AttendeesPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { brief, list, page } = view;
  return (
    <OfficePage
      visit={visit}
      title={brief.title.text}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }]}
    >
      <Head visit={visit} view={view} />
      <section class="office-list" aria-labelledby="attendees">
        <h2 class="kern-heading-medium" id="attendees">
          {t('office.attendees')}
        </h2>
        <Search visit={visit} view={view} />
        <Filters visit={visit} view={view} />
        <AttendeesTable visit={visit} view={view} />
        <Pagination
          visit={visit}
          current={page}
          last={list.pages}
          href={(at) => hrefOf(view, { page: at > 1 ? String(at) : undefined })}
        />
        <Files visit={visit} view={view} />
      </section>
    </OfficePage>
  );
}

function Head({ visit, view: { brief, href, origins, missed } }: PartProps) {
  const { t } = visit;
  return (
    <div class="page-head">
      <p class="event-kind">
        {t(`kind.${brief.kind}`)} <StatusBadge visit={visit} status={brief.status} />
      </p>
      <h1 class="kern-heading-x-large" lang={langOf(brief.title, visit)}>
        {brief.title.text}
      </h1>
      <p class="kern-body">
        <When visit={visit} event={brief} />
      </p>
      <SeatBars visit={visit} brief={brief} />
      <OverBooked visit={visit} brief={brief} />
      {missed && <MinimumMissed visit={visit} href={href} missed={missed} />}
      {origins.people > 0 && <p class="kern-body">{t('spelling.origins', { ...origins })}</p>}
      {brief.status !== 'draft' && (
        <p class="kern-body">
          <a class="text-link" href={brief.href}>
            {t('office.event.public')}
          </a>
        </p>
      )}
      <Ways visit={visit} brief={brief} href={href} />
    </div>
  );
}

/** Seats given beyond the number, which the bar alone does not show. */
function OverBooked({ visit: { t }, brief }: { visit: OfficeVisit; brief: EventBrief }) {
  const over = brief.seats.flatMap(({ attendance, capacity, taken }) =>
    capacity !== null && taken > capacity ? [{ attendance, over: taken - capacity }] : [],
  );
  const alerts = over.map(({ attendance, over }) => (
    <Alert
      tone="warning"
      title={t('rules.over', { way: t(`planning.seats.${attendance}`), over })}
      key={attendance}
    />
  ));
  return <>{alerts}</>;
}

interface MissedProps {
  visit: OfficeVisit;
  href: string;
  missed: NonNullable<AttendeesView['missed']>;
}

/** Nothing happens by itself: says so, and what can be done. */
function MinimumMissed({ visit: { t }, href, missed }: MissedProps) {
  const notice = (query: Record<string, string>) => withQuery(`${href}/notice`, query);
  return (
    <Alert tone="warning" title={t('office.minimum.missed', missed)}>
      <p class="kern-body">{t('notice.proposal.nothing')}</p>
      <div class="actions">
        <ButtonLink
          text={t('notice.proposal.link')}
          href={notice({ what: 'cancelled', scope: 'event', reason: 'minimum' })}
        />
        <ButtonLink text={t('office.minimum.postpone')} href={notice({ what: 'postponed' })} />
        <ButtonLink text={t('office.minimum.move')} href={notice({ what: 'moved' })} />
      </div>
    </Alert>
  );
}

interface WaysProps {
  visit: OfficeVisit;
  brief: EventBrief;
  href: string;
}

/** Where one goes from here, by what one is about to do. */
function Ways({ visit, brief, href }: WaysProps) {
  const { t } = visit;
  const takesPeople = brief.kind !== 'listing';
  const isShown = brief.status !== 'draft';
  return (
    <div class="stack">
      <nav class="actions" aria-label={t('office.group.prepare')}>
        <ButtonLink icon="edit" text={t('planning.edit')} href={`${href}/plan`} />
        {takesPeople && <ButtonLink text={t('rules.title')} href={`${href}/seats`} />}
        <ButtonLink text={t('form.title')} href={`${href}/form`} />
        <ButtonLink text={t('planning.copy')} href={`${href}/copy`} />
      </nav>
      {takesPeople && (
        <nav class="actions" aria-label={t('office.group.registrations')}>
          {isShown && <ButtonLink icon="add" text={t('desk.behalf')} href={`${href}/register`} />}
          {isShown && <ButtonLink text={t('desk.import')} href={`${href}/import`} />}
          <ButtonLink text={t('delegation.all')} href={`${href}/delegations`} />
          <ButtonLink text={t('kitchen.title')} href={`${href}/kitchen`} />
        </nav>
      )}
      <nav class="actions" aria-label={t('office.group.tell')}>
        <ButtonLink icon="mail" text={t('office.invitations')} href={`${href}/invitations`} />
        <ButtonLink text={t('notice.title')} href={`${href}/notice`} />
        {brief.seats.some(({ waiting }) => waiting > 0) && (
          <ButtonLink text={t('desk.interest')} href={`${href}/interest`} />
        )}
      </nav>
    </div>
  );
}

function Files({ visit, view }: PartProps) {
  const { t } = visit;
  if (view.list.total === 0) return null;
  const file = (dialect: string) =>
    withQuery(`${view.href}/attendees.csv`, { ...view.filter, dialect, lang: visit.language });
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
