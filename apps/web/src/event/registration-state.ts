import { moment } from '#language';
import type { Visit } from '../view/index.js';
import { dividedSentences } from './divided.js';
import { type EventBrief, isFull, type WayIn, wayIn } from './event-brief.js';

/** Whether there is a way in, and what the page says about it. */
export interface RegistrationState {
  sentences: string[];
  entrance?: WayIn;
  /** Whom to ask is worth saying: registration is over, the event is not. */
  late?: boolean;
}

/** What an event's page says about registering; whether it opens, closes or is full was decided elsewhere. */
export function registrationState(visit: Visit, event: EventBrief): RegistrationState {
  const { t } = visit;
  const { status, kind, over, registering } = event;
  if (over) return { sentences: [t('event.state.over')] };
  if (status === 'cancelled' || status === 'postponed' || status === 'announced')
    return { sentences: [t(`event.state.${status}`)] };
  if (kind === 'listing') return { sentences: [t('event.state.listing')] };
  if (event.audience === 'invited') return { sentences: [t('event.state.invited')] };
  switch (registering.state) {
    case 'none':
      return { sentences: [t('event.state.none')] };
    case 'closed':
      return event.entry?.late
        ? { sentences: [t('event.state.closed'), t('register.late.text')], entrance: 'late' }
        : { sentences: [t('event.state.closed')], late: true };
    case 'upcoming':
      return { sentences: [opening(visit, event), ...standing(visit, event)] };
    case 'open':
      return open(visit, event);
  }
}

function open(visit: Visit, event: EventBrief): RegistrationState {
  const { t } = visit;
  const sentences = [closing(visit, event), ...standing(visit, event)];
  const entrance = wayIn(event);
  if (entrance === 'request') return { sentences: [t('register.request.text'), ...sentences], entrance };
  if (entrance === 'waiting')
    return {
      sentences: [t(event.entry?.offers ? 'event.state.waiting.offer' : 'event.state.waiting'), ...sentences],
      entrance,
    };
  if (isFull(event)) return { sentences: [t('event.state.full')], late: true };
  return { sentences, entrance };
}

function opening({ t, language }: Visit, { registering: { opensAt } }: EventBrief): string {
  return opensAt
    ? t('event.state.upcoming', { moment: moment(opensAt, language) })
    : t('event.state.upcoming.someday');
}

function closing({ t, language }: Visit, { registering: { closesAt } }: EventBrief): string {
  return closesAt
    ? t('event.state.openUntil', { moment: moment(closesAt, language) })
    : t('event.state.open');
}

// What holds whether there are seats or not.
const standing = (visit: Visit, event: EventBrief): string[] => [
  ...(event.audience === 'members' ? [visit.t('event.state.members')] : []),
  ...dividedSentences(visit, event),
];
