import { DelegationBody } from '../../delegation/delegation-body.js';
import type { DelegationPageView, SeatPageView } from '../../delegation/delegation-view.js';
import { SeatForms } from '../../delegation/seat-forms.js';
import { ButtonLink, type Crumb, langOf } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';

interface Paths {
  eventHref: string;
  /** The event's delegations. */
  listHref: string;
}

/** A delegation as the office sees it. */
export function OfficeDelegationPage({
  visit,
  view,
}: {
  visit: OfficeVisit;
  view: Paths & { delegation: DelegationPageView; href: string; requests: number };
}) {
  const { delegation, href, requests } = view;
  return (
    <OfficePage
      visit={visit}
      title={delegation.memberName}
      room="events"
      crumbs={crumbsOf(visit, view, delegation)}
    >
      <div class="page-head">
        <p class="event-kind">{visit.t('delegation.title')}</p>
        <h1 class="kern-heading-x-large">{delegation.memberName}</h1>
        <p class="kern-body">{`${visit.t('delegation.coordinator')}: ${delegation.coordinatorName}`}</p>
      </div>
      <div class="stack">
        {requests > 0 && (
          <div class="actions">
            <ButtonLink
              look="primary"
              text={visit.t('delegation.approve', { count: requests })}
              href={`${href}/approve`}
            />
            <ButtonLink text={visit.t('delegation.decline', { count: requests })} href={`${href}/decline`} />
          </div>
        )}
        <DelegationBody visit={visit} view={delegation} />
      </div>
    </OfficePage>
  );
}

/** One seat of a delegation, which the office changes in the coordinator's place. */
export function OfficeSeatPage({
  visit,
  view,
}: {
  visit: OfficeVisit;
  view: Paths & { memberName: string; seat: SeatPageView };
}) {
  const { t } = visit;
  const { seat, memberName } = view;
  const title = t('delegation.seat', { reference: seat.seat.reference });
  return (
    <OfficePage
      visit={visit}
      title={title}
      room="events"
      crumbs={[...crumbsOf(visit, view, seat), { text: memberName, href: seat.back }]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <SeatForms visit={visit} view={seat} />
      </div>
    </OfficePage>
  );
}

function crumbsOf(
  visit: OfficeVisit,
  { eventHref, listHref }: Paths,
  { event }: Pick<SeatPageView, 'event'>,
): Crumb[] {
  return [
    { text: visit.t('office.events'), href: '/office' },
    { text: event.title.text, href: eventHref, lang: langOf(event.title, visit) },
    { text: visit.t('delegation.all'), href: listHref },
  ];
}
