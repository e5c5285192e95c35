import { clockTime } from '#language';
import { hours, ShownText, type Visit } from '../view/index.js';
import type { ItemView } from './event-view.js';

/** The points of the programme in order, with their hours where they are known. */
export function Items({ visit, items }: { visit: Visit; items: ItemView[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="items">
      <h2 class="kern-heading-medium" id="items">
        {visit.t('event.items')}
      </h2>
      <ol class="items">
        {items.map((item) => (
          <li class="items__item" key={item.title.text}>
            <p class="items__time">{timeOf(item, visit)}</p>
            <div>
              <p class="items__title">
                <ShownText text={item.title} visit={visit} />
              </p>
              {item.seats && <p class="kern-body kern-body--small">{seatsOf(item.seats, visit)}</p>}
              {item.speakers.length > 0 && (
                <p class="items__speakers">{item.speakers.map(({ name }) => name).join(', ')}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const seatsOf = (seats: NonNullable<ItemView['seats']>, { t }: Visit): string =>
  seats.free > 0 ? t('seats.free', seats) : t('register.sessions.full');

function timeOf({ start, end }: ItemView, { language }: Visit): string {
  if (!start) return '';
  return end ? hours(start, end, language) : clockTime(start, language);
}
