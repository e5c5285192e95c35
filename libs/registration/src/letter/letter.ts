import type { Event } from '#event';
import { pick, type Translate, translator } from '#language';
import type { Block, Letter, Link } from '#mail';
import { isActive } from '../words.js';
import { calendarPart } from './calendar-part.js';
import { factRows } from './fact-rows.js';
import type { LetterFacts } from './letter-facts.js';
import { endsPlace, leavesAddress, type Notice } from './notice.js';
import { openingsOf, seatsOf } from './openings.js';
import { topicOf } from './topic.js';

/** The letter that tells a person what has happened to their registration. */
export function letterOf(notice: Notice, event: Event, facts: LetterFacts): Letter {
  const say = translator(facts.language);
  const title = pick(event.title, facts.language, event.mainLanguage);
  const calendar = calendarPart(notice, event, facts);
  return {
    subject: say(topicOf(notice, facts).subject, { title: title.text, seats: seatsOf(facts) }),
    language: facts.language,
    greeting: greetingOf(facts, say),
    blocks: [
      ...openingsOf(notice, event, facts, say, calendar).map((paragraph) => ({ paragraph })),
      { facts: factRows(notice, event, facts, say) },
      { links: linksOf(notice, event, facts, say) },
      ...copyNote(facts, say),
    ],
    calendar,
  };
}

// A seat without a name is written about to whoever holds it, and that address has no name here.
function greetingOf({ firstName, lastName }: LetterFacts, say: Translate): string {
  const name = `${firstName} ${lastName}`.trim();
  return name ? say('mail.greeting', { name }) : say('letter.greeting.unnamed');
}

function linksOf(notice: Notice, event: Event, facts: LetterFacts, say: Translate): Link[] {
  const query = `?lang=${facts.language}`;
  const link = (label: string, token: string, page = ''): Link => ({
    label,
    url: `${facts.publicUrl}/registrations/${token}${page}${query}`,
    secret: true,
  });
  const own = (label: string, page?: string): Link => link(label, facts.token, page);
  const toEvent = { label: say('letter.link.event'), url: `${facts.publicUrl}/events/${event.slug}${query}` };
  // The registration is somebody else's by now, or that of another address.
  if (leavesAddress(notice)) return [toEvent];
  // One thing is to be done, so there is one link.
  if (facts.status === 'unverified') return [own(say('letter.link.confirm'), '/confirm')];
  const label = say(linkLabel(notice, facts));
  if (!facts.others) return [own(label), toEvent];
  if (endsPlace(notice)) return [toEvent];
  // Each of several seats has a page of its own, and is known by its reference.
  const seats = [facts, ...facts.others].map(({ registrationId, reference }) =>
    link(say('letter.link.seat', { label, reference }), facts.tokens?.get(registrationId) ?? facts.token),
  );
  return [...seats, toEvent];
}

function linkLabel(notice: Notice, { status, unnamed }: LetterFacts) {
  if (endsPlace(notice) || !isActive(status)) return 'letter.link.registration';
  if (status === 'offered') return 'letter.link.offer';
  return unnamed ? 'letter.link.name' : 'letter.link.manage';
}

function copyNote(facts: LetterFacts, say: Translate): Block[] {
  if (facts.copyOf) return [{ paragraph: say('letter.copyOf', { address: facts.copyOf }) }];
  if (facts.copyTo) return [{ paragraph: say('letter.copyTo', { address: facts.copyTo }) }];
  return [];
}
