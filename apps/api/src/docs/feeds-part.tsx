import { EVENT_KINDS } from '#event';
import { LANGUAGES } from '#language';

/** What there is for calendar clients, which is no JSON and so not in the description for programs. */
export function FeedsPart() {
  return (
    <section id="feeds">
      <h2>Calendar feeds</h2>
      <dl>
        <div>
          <dt>
            <code>GET /calendar.ics?kind=&amp;lang=</code>
          </dt>
          <dd>
            The public programme as iCalendar (RFC 5545): what is to come and the last 90 days.{' '}
            <code>kind</code> may be repeated: {EVENT_KINDS.join(', ')}.
          </dd>
        </div>
        <div>
          <dt>
            <code>GET /events/{'{slug}'}.ics?lang=</code>
          </dt>
          <dd>All dates of one event.</dd>
        </div>
        <div>
          <dt>
            <code>GET /calendar/{'{token}'}.ics?lang=</code>
          </dt>
          <dd>
            The registrations of one contact, or of all people of the member for its coordinator. The address
            is secret; the contact's own page shows it.
          </dd>
        </div>
      </dl>
      <p>
        <code>lang</code> is one of {LANGUAGES.join(', ')}. Please send back <code>ETag</code> as{' '}
        <code>If-None-Match</code>: an unchanged feed is answered with 304.
      </p>
    </section>
  );
}
