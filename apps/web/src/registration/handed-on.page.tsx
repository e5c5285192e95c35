import type { EventBrief } from '../event/event-brief.js';
import { EventStrip } from '../event/event-strip.js';
import { Alert, ButtonLink, Document, type Visit } from '../view/index.js';

/** Where a link ends: the place is somebody else's now, or the way to it goes to another address. */
export interface HandedOnView {
  event: EventBrief;
  /** Who has the place now. */
  name: string;
  /** Where the new link went. */
  email: string;
  /** The same person under another address. */
  corrected?: boolean;
}

/** The last page that a link opens, after the place or its address has changed. */
export function HandedOnPage({ visit, view }: { visit: Visit; view: HandedOnView }) {
  const { t } = visit;
  const { event, name, email, corrected } = view;
  const title = t(corrected ? 'change.address.done' : 'substitute.done', { name });
  return (
    <Document visit={visit} title={title} personal>
      <div class="narrow stack">
        <Alert tone="success" title={title} isHeading>
          <p class="kern-body">
            {t(corrected ? 'change.address.done.text' : 'substitute.done.text', { name, email })}
          </p>
        </Alert>
        <EventStrip visit={visit} event={event} />
        <div class="actions">
          <ButtonLink text={t('outcome.toEvent')} href={event.href} />
          <ButtonLink text={t('site.toProgramme')} look="tertiary" href="/" />
        </div>
      </div>
    </Document>
  );
}
