import type { Event } from '#event';
import { extent } from '#event';
import { pick, shortDay } from '#language';
import { StatusWord } from '../../registration/status-word.js';
import { Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { StateWord } from '../invitations/state-word.js';
import type { MemberPartProps } from './member-view.js';

/** What a member is invited to and who of it comes where, at events that are not over. */
export function MemberEvents({ visit, view }: MemberPartProps) {
  const { t } = visit;
  return (
    <>
      <section class="programme-group" aria-labelledby="invitations">
        <h2 class="kern-heading-medium" id="invitations">
          {t('office.invitations')}
        </h2>
        <Invitations visit={visit} view={view} />
      </section>
      <section class="programme-group" aria-labelledby="places">
        <h2 class="kern-heading-medium" id="places">
          {t('my.places')}
        </h2>
        <Places visit={visit} view={view} />
      </section>
    </>
  );
}

function Invitations({ visit, view: { invitations } }: MemberPartProps) {
  const { t } = visit;
  return (
    <Table
      caption={t('office.invitations')}
      rows={invitations}
      keyOf={({ id }) => id}
      empty={t('my.invitations.none')}
      columns={[
        {
          title: t('my.event'),
          heading: true,
          cell: ({ event }) => <Occasion visit={visit} event={event} list="invitations" />,
        },
        {
          title: t('office.name'),
          cell: ({ id, firstName, lastName }) => (
            <a class="text-link" href={`/office/invitations/${id}`}>
              {`${firstName} ${lastName}`.trim()}
            </a>
          ),
        },
        { title: t('report.status'), cell: (line) => <StateWord visit={visit} cell={line} /> },
      ]}
    />
  );
}

function Places({ visit, view: { places } }: MemberPartProps) {
  const { t } = visit;
  return (
    <Table
      caption={t('my.places')}
      rows={places}
      keyOf={({ registrationId }) => registrationId}
      empty={t('my.places.none')}
      columns={[
        {
          title: t('my.event'),
          heading: true,
          cell: ({ event }) => <Occasion visit={visit} event={event} />,
        },
        {
          title: t('office.name'),
          cell: ({ registrationId, name }) => (
            <a class="text-link" href={`/office/registrations/${registrationId}`}>
              {name || t('desk.unnamed')}
            </a>
          ),
        },
        { title: t('report.status'), cell: ({ status }) => <StatusWord visit={visit} status={status} /> },
      ]}
    />
  );
}

interface OccasionProps {
  visit: OfficeVisit;
  event: Event;
  /** Whose list of the event is linked; the attendees' if not given. */
  list?: 'invitations';
}

function Occasion({ visit: { language }, event, list }: OccasionProps) {
  const title = pick(event.title, language, event.mainLanguage);
  const start = extent(event)?.start;
  return (
    <>
      <a
        class="text-link"
        href={`/office/events/${event.id}${list ? `/${list}` : ''}`}
        lang={title.language === language ? undefined : title.language}
      >
        {title.text}
      </a>
      {start && <span class="office-note">{shortDay(start, language)}</span>}
    </>
  );
}
