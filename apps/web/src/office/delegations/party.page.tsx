import { PartyFields } from '../../delegation/party-fields.js';
import type { PartyView } from '../../delegation/party-view.js';
import { EventStrip } from '../../event/event-strip.js';
import { langOf } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';

export interface OfficePartyView {
  party: PartyView;
  eventHref: string;
  /** The event's delegations. */
  href: string;
}

/** The form with which the office registers a member's people. */
export function OfficePartyPage({ visit, view }: { visit: OfficeVisit; view: OfficePartyView }) {
  const { t } = visit;
  const { party } = view;
  const { title } = party.event;
  return (
    <OfficePage
      visit={visit}
      title={t('delegation.toAll')}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        { text: title.text, href: view.eventHref, lang: langOf(title, visit) },
        { text: t('delegation.all'), href: view.href },
      ]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind">{party.memberName}</p>
          <h1 class="kern-heading-x-large">{t('delegation.toAll')}</h1>
        </div>
        <EventStrip visit={visit} event={party.event} />
        <PartyFields visit={visit} view={party} />
      </div>
    </OfficePage>
  );
}
