import type { Event } from '#event';
import { pick, type Translate } from '#language';
import type { Said } from '#mail';
import { eventFacts } from './event-facts.js';
import type { LetterFacts } from './letter-facts.js';
import { endsPlace, leavesAddress, type Notice } from './notice.js';
import { seatsOf, untilOf } from './openings.js';
import { sessionTime } from './session-time.js';

type Row = [label: string, value: Said];

/**
 * What, when, where, who and how it stands. Answers to the event's form are never among it: they are on the
 * registration's page, and a mail passes through many hands.
 */
export function factRows(notice: Notice, event: Event, facts: LetterFacts, say: Translate): Row[] {
  const name =
    `${facts.firstName} ${facts.lastName}`.trim() || say('letter.fact.unnamed', { seats: seatsOf(facts) });
  // Who reads the old address learns nothing of the registration, which is another's by now.
  if (leavesAddress(notice)) {
    return [...eventFacts(event, facts.language, say, facts.attendance), [say('letter.fact.name'), name]];
  }
  const stays = !endsPlace(notice);
  const references = [facts, ...(facts.others ?? [])].map(({ reference }) => reference);
  const rows: [string, Said | undefined][] = [
    [say('letter.fact.attendance'), say(`format.${facts.attendance}`)],
    ...(stays ? sessionRows(event, facts, say) : []),
    [say('letter.fact.name'), name],
    [say('letter.fact.organization'), facts.organization],
    [say('letter.fact.status'), statusText(facts, say)],
    [say('letter.fact.until'), stays && facts.status !== 'requested' ? untilOf(event, facts) : undefined],
    [say('letter.fact.reference'), references.join(', ')],
  ];
  const own = rows.flatMap(([label, value]): Row[] => (value ? [[label, value]] : []));
  return [...eventFacts(event, facts.language, say, facts.attendance), ...own];
}

// In the programme's order, each with its time where that is known. With a seat only what is held counts; without one
// all are wishes.
function sessionRows(event: Event, facts: LetterFacts, say: Translate): Row[] {
  const { sessions = [], status, language } = facts;
  const hasSeat = status === 'confirmed' || status === 'offered';
  return event.items.flatMap((item): Row[] => {
    const chosen = sessions.find(({ id }) => id === item.id);
    if (!chosen || (hasSeat && !chosen.held)) return [];
    const label = say(chosen.held ? 'letter.fact.session' : 'letter.fact.wish');
    const time = sessionTime(event, item, language);
    const when: Row[] = time ? [[say('letter.fact.session.when'), time]] : [];
    return [[label, pick(item.title, language, event.mainLanguage)], ...when];
  });
}

function statusText({ status, position }: LetterFacts, say: Translate): string {
  if (status === 'waitlisted' && position) return say('status.waitlisted.at', { position });
  return say(`status.${status}`);
}
