import { type Attendance, type Event, extent } from '#event';
import { offered, takesPlace } from '../admission.js';
import type { SettleRules } from '../settle/place.js';
import type { DeskRules } from './desk-rules.entity.js';
import { offerDeadline } from './offer-deadline.js';

const CONTINGENTS_OPEN_BEFORE = Temporal.Duration.from({ days: 21 });

/** An event's rules as the desk applies them at this moment. */
export function rulesAt(rules: DeskRules, event: Event, now: Temporal.Instant): SettleRules {
  const isKept = hasContingents(rules);
  const release = isKept ? releaseOf(rules, event) : undefined;
  return {
    now,
    promotes: takesPlace(event, now),
    offerUntil: offerUntil(rules, event, now),
    order: rules.lineOrder,
    counted: countsMembers(rules) ? contested(event) : undefined,
    contingents: isKept && (!release || Temporal.Instant.compare(now, release) < 0),
    cap: rules.memberCap,
    requests: {
      holdsSeat: rules.requestHoldsSeat,
      // Reckoned only for those who have to ask.
      get until() {
        return decidedBy(rules, now.toZonedDateTimeISO(event.timeZone), extent(event)?.start);
      },
    },
    verification: {
      holdsSeat: rules.verifyHoldsSeat,
      until: now.add({ minutes: rules.verifyMinutes ?? 60 }),
    },
    collectHours: rules.collectHours,
  };
}

// Undefined where a free place is given at once: by the rules, or because the event is too near.
function offerUntil(
  { promotion }: Pick<DeskRules, 'promotion'>,
  event: Event,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (promotion !== 'offer') return undefined;
  return offerDeadline(now.toZonedDateTimeISO(event.timeZone), extent(event)?.start);
}

/** Whether a place that becomes free at this moment is offered to who waits, and not given at once. */
export const offersPlaces = (
  rules: Pick<DeskRules, 'promotion'>,
  event: Event,
  now: Temporal.Instant,
): boolean => offerUntil(rules, event, now) !== undefined;

// Once the event has begun nobody needs the answer any more, save who asks later still.
function decidedBy(
  { requestDays }: DeskRules,
  here: Temporal.ZonedDateTime,
  start: Temporal.ZonedDateTime | undefined,
): Temporal.Instant {
  const until = here.add({ days: requestDays });
  const isAhead = start && Temporal.ZonedDateTime.compare(here, start) < 0;
  return (isAhead && Temporal.ZonedDateTime.compare(start, until) < 0 ? start : until).toInstant();
}

/** The seats that contingents are about: the room's where there is one, else the online ones. */
export const contested = (event: Pick<Event, 'format'>): Attendance => offered(event)[0] ?? 'onsite';

/** Whether it matters to the desk whose seat one is. */
export const countsMembers = (rules: DeskRules): boolean =>
  rules.lineOrder === 'fair' || hasContingents(rules);

/** Whether anything is kept for members, or is the most that one may have: for all, or for some. */
export const hasContingents = ({
  memberGuaranteed,
  memberCap,
  ownContingents,
}: Pick<DeskRules, 'memberGuaranteed' | 'memberCap' | 'ownContingents'>): boolean =>
  memberGuaranteed > 0 || memberCap !== null || ownContingents;

/** When seats kept for members open for all; undefined without a date to count from. */
export function releaseOf(rules: DeskRules, event: Event): Temporal.Instant | undefined {
  return rules.contingentsUntil ?? extent(event)?.start.subtract(CONTINGENTS_OPEN_BEFORE).toInstant();
}
