import type { ComponentChildren } from 'preact';
import type { Attendance, Format } from '#event';
import { DescriptionList, Fact, ShownText, type Visit } from '../view/index.js';
import { type EventBrief, isDated, type Sitting } from './event-brief.js';
import { When } from './when.js';

export interface EventFactsProps {
  visit: Visit;
  event: EventBrief;
  /** How whoever looks takes part, where that is known: the other way is not for them. */
  attendance?: Attendance;
  /** Further facts, for those who may know more. */
  children?: ComponentChildren;
}

/** When, where, for whom, by whom. */
export function EventFacts({ visit, event, attendance, children }: EventFactsProps) {
  const { t } = visit;
  const { hosts, role } = event;
  const format = formatFor(event, attendance);
  return (
    <DescriptionList>
      <Fact term={t('event.when')}>
        <When visit={visit} event={event} />
        {isDated(event) && event.dates.length > 1 && (
          <>
            <br />
            <a class="text-link" href="#dates">
              {t('event.dates')}
            </a>
          </>
        )}
      </Fact>
      <Where visit={visit} event={event} format={format} isKnown={Boolean(children)} />
      {children}
      {isWorthSaying(event) && format && <Fact term={t('event.format')}>{t(`format.${format}`)}</Fact>}
      <Fact term={t('event.audience')}>{t(`audience.${event.audience}`)}</Fact>
      {hosts.length > 0 && (
        <Fact term={t('event.hosts', { count: hosts.length })}>
          <ul>
            {hosts.map(({ name, link }) => (
              <li key={name}>
                {link ? (
                  <a class="text-link" href={link} rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {role && <Fact term={t('event.role')}>{t(`role.${role}`)}</Fact>}
    </DescriptionList>
  );
}

interface WhereProps {
  visit: Visit;
  event: EventBrief;
  format?: Format;
  isKnown: boolean;
}

function Where({ visit, event, format, isKnown }: WhereProps) {
  const { t } = visit;
  const { dates } = event;
  const isOnline = format === 'online' || format === 'hybrid';
  // Nobody who takes part online is sent to the room of a hybrid event.
  const isElsewhere = format === 'online' && event.format === 'hybrid';
  const place = isElsewhere ? undefined : sameOf(dates, 'place');
  const meetingPoint = isElsewhere ? undefined : sameOf(dates, 'meetingPoint');
  return (
    <>
      {(place || isOnline) && (
        <Fact term={t('event.where')}>
          {place && (
            <>
              <ShownText text={place} visit={visit} />
              <br />
            </>
          )}
          {isOnline && t('event.online')}
          {isOnline && !isKnown && isRegisteredHere(event) && `. ${t('event.online.link')}`}
        </Fact>
      )}
      {meetingPoint && (
        <Fact term={t('event.meetingPoint')}>
          <ShownText text={meetingPoint} visit={visit} />
        </Fact>
      )}
    </>
  );
}

const formatFor = ({ format }: EventBrief, attendance?: Attendance): Format | undefined =>
  format === 'hybrid' ? (attendance ?? format) : format;

const isRegisteredHere = ({ kind, status, over }: EventBrief): boolean =>
  kind !== 'listing' && status === 'published' && !over;

// A place or "online" already says how one attends; both together do not.
const isWorthSaying = ({ format, dates }: EventBrief): boolean =>
  format === 'hybrid' || (format === 'onsite' && !sameOf(dates, 'place'));

// Where the dates of a series differ, the list of dates says where each one is.
function sameOf(dates: readonly Sitting[], fact: 'place' | 'meetingPoint') {
  const first = dates[0]?.[fact];
  return first?.text && dates.every((date) => date[fact]?.text === first.text) ? first : undefined;
}
