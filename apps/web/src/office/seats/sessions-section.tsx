import type { EventItem } from '#event';
import { zoned } from '#event';
import { clockTime, pick, shortDay } from '#language';
import { ButtonLink, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { NumberCell } from './number-cell.js';
import { SaveButton } from './save-button.js';
import { type PartProps, seatsHref } from './seats-view.js';
import { SESSION, seatsField } from './sessions-form.js';
import { ticksOf } from './typed.js';

type Props = PartProps<OfficeVisit>;

/** Which points of the programme people choose, and their seats. */
export function SessionsSection({ visit, view }: Props) {
  const { t } = visit;
  const { event } = view;
  return (
    <section class="office-list" aria-labelledby="sessions">
      <h2 class="kern-heading-medium" id="sessions">
        {t('rules.sessions')}
      </h2>
      {event.items.length === 0 ? (
        <>
          <p class="kern-body">{t('rules.sessions.none')}</p>
          <div class="actions">
            <ButtonLink text={t('planning.items.edit')} href={`/office/events/${event.id}/items`} />
          </div>
        </>
      ) : (
        <>
          <p class="kern-body">{t('rules.sessions.text')}</p>
          <Items visit={visit} view={view} />
          <div class="actions">
            <SaveButton text={t('rules.sessions.save')} action={`${seatsHref(event.id)}/sessions`} />
            <ButtonLink text={t('planning.items.edit')} href={`/office/events/${event.id}/items`} />
          </div>
        </>
      )}
    </section>
  );
}

function Items({ visit, view }: Props) {
  const { t } = visit;
  const { event, typed, errors, chosen } = view;
  const titleOf = (item: EventItem) => pick(item.title, visit.language, event.mainLanguage);
  return (
    <Table<EventItem>
      caption={t('rules.sessions')}
      rows={event.items}
      keyOf={({ id }) => id}
      empty={t('rules.sessions.none')}
      columns={[
        {
          title: t('rules.session'),
          heading: true,
          cell: (item) => <Tick visit={visit} view={view} item={item} />,
        },
        { title: t('event.when'), cell: (item) => when(visit, view, item) },
        {
          title: t('rules.session.seats'),
          cell: (item) => (
            <NumberCell
              name={seatsField(item.id)}
              label={t('rules.session.seats.of', { title: titleOf(item).text })}
              value={typed[seatsField(item.id)] ?? ''}
              errors={errors}
            />
          ),
        },
        { title: t('rules.taken'), numeric: true, cell: ({ id }) => chosen.get(id) ?? '–' },
      ]}
    />
  );
}

function Tick({ visit, view, item }: Props & { item: EventItem }) {
  const { text, language } = pick(item.title, visit.language, view.event.mainLanguage);
  const id = `${SESSION}.${item.id}`;
  return (
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        id={id}
        name={SESSION}
        type="checkbox"
        value={item.id}
        checked={ticksOf(view.typed, SESSION).includes(item.id)}
      />
      <label class="kern-label" for={id} lang={language === visit.language ? undefined : language}>
        {text}
      </label>
    </div>
  );
}

function when({ language }: OfficeVisit, { event }: Props['view'], item: EventItem): string {
  if (!item.startsLocal) return '–';
  const start = zoned(item.startsLocal, event.timeZone);
  return `${shortDay(start, language)}, ${clockTime(start, language)}`;
}
