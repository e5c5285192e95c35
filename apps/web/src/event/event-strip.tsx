import { Icon, langOf, type Visit } from '../view/index.js';
import type { EventBrief } from './event-brief.js';
import { placeOf } from './place.js';
import { When } from './when.js';

/** The event in two lines, on pages that are about something else. */
export function EventStrip({ visit, event }: { visit: Visit; event: EventBrief }) {
  const place = placeOf(visit, event);
  return (
    <div class="event-strip">
      <p class="event-strip__title" lang={langOf(event.title, visit)}>
        {event.title.text}
      </p>
      <p class="event-strip__facts">
        <Icon name="calendar-today" />
        <span>
          <When visit={visit} event={event} />
          {place && ` · ${place}`}
        </span>
      </p>
    </div>
  );
}
