import { moment } from '#language';
import type { Visit } from '../view/index.js';
import { type EventBrief, isFull, isWaiting } from './event-brief.js';

/** Whether there is a way in, and what the page says about it. */
export interface RegistrationState {
  sentences: string[];
  /** `waiting`: it leads to the waiting list. */
  entrance?: 'seat' | 'waiting';
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
      return { sentences: [t('event.state.closed')], late: true };
    case 'upcoming':
      return { sentences: [opening(visit, event), ...forMembers(visit, event)] };
    case 'open':
      return open(visit, event);
  }
}

function open(visit: Visit, event: EventBrief): RegistrationState {
  const { t } = visit;
  const sentences = [closing(visit, event), ...forMembers(visit, event)];
  if (isWaiting(event)) return { sentences: [t('event.state.waiting'), ...sentences], entrance: 'waiting' };
  if (isFull(event)) return { sentences: [t('event.state.full')], late: true };
  return { sentences, entrance: 'seat' };
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

const forMembers = ({ t }: Visit, { audience }: EventBrief): string[] =>
  audience === 'members' ? [t('event.state.members')] : [];
