import type { Event } from '#event';
import { type Language, moment, pick, translator } from '#language';
import type { Block, Letter, Link } from '#mail';
import { eventFacts } from '#registration';
import type { DelegationFacts, Occasion } from './delegation-mail.js';

/** All that a letter needs beside the event. */
export interface DelegationLetterFacts extends DelegationFacts {
  language: Language;
  to: { name: string };
  publicUrl: string;
  /** People can be registered now. */
  isOpen: boolean;
  /** Opens the coordinator's pages. */
  token: string;
}

/** The letter that tells a coordinator what came of a party, or which seats still want a name. */
export function delegationLetter(occasion: Occasion, event: Event, facts: DelegationLetterFacts): Letter {
  const { language, publicUrl, token, delegationId } = facts;
  const say = translator(language);
  const title = pick(event.title, language, event.mainLanguage).text;
  const query = `?lang=${language}`;
  const own = (label: string, page: string): Link => ({
    label,
    url: `${publicUrl}/delegation/${token}/${page}${query}`,
    secret: true,
  });
  const links: Block = {
    links: [
      ...(canReplace(occasion, facts)
        ? [own(say('delegation.letter.left.link'), `events/${event.slug}`)]
        : []),
      own(say(NAMING.includes(occasion) ? 'delegation.letter.link' : 'delegation.show'), delegationId),
      { label: say('letter.link.event'), url: `${publicUrl}/events/${event.slug}${query}` },
    ],
  };
  return {
    subject: say(`delegation.letter.${occasion}.subject`, {
      title,
      count: facts.unnamed ?? 0,
      name: facts.person ?? '',
    }),
    language,
    greeting: say('mail.greeting', { name: facts.to.name }),
    blocks: [
      ...openings(occasion, event, facts).map((paragraph) => ({ paragraph })),
      { facts: [...eventFacts(event, language, say), ...numbers(occasion, facts)] },
      links,
    ],
  };
}

/** Whether the mail may say how somebody else comes instead. */
const canReplace = (occasion: Occasion, { isOpen }: DelegationLetterFacts): boolean =>
  occasion === 'left' && isOpen;

/** What it is about is done on the delegation's page. */
const NAMING: readonly Occasion[] = ['registered', 'reminder', 'nearer', 'approved'];

function openings(occasion: Occasion, event: Event, facts: DelegationLetterFacts): string[] {
  const { language, memberName, unnamed = 0, requested = 0, nameBy, person = '' } = facts;
  const say = translator(language);
  const until = nameBy && Temporal.Instant.from(nameBy).toZonedDateTimeISO(event.timeZone);
  // What is to be decided has no seat yet that could become free; the mail that it is approved says until when.
  const naming =
    until && unnamed > 0 && requested === 0
      ? [say('delegation.letter.naming', { count: unnamed, moment: moment(until, language) })]
      : [];
  if (occasion === 'left') {
    const left = { name: person, seat: facts.hadSeat ? 'yes' : 'no' };
    return [
      say('delegation.letter.left.first', left),
      ...(canReplace(occasion, facts) ? [say('delegation.letter.left.instead')] : []),
    ];
  }
  if (occasion === 'moved') {
    const to = pick(facts.movedTo, language, event.mainLanguage).text;
    return [say('delegation.letter.moved.first', { name: person, to })];
  }
  if (occasion === 'declined') {
    const { message } = facts;
    return [
      say('delegation.letter.declined.first', { member: memberName }),
      ...(message ? [say('letter.message', { message })] : []),
    ];
  }
  if (occasion === 'approved')
    return [say('delegation.letter.approved.first', { member: memberName }), ...naming];
  if (occasion === 'reminder') return naming;
  if (occasion === 'nearer') return [say('delegation.letter.nearer.first'), ...naming];
  return [say('delegation.letter.registered.first', { member: memberName }), ...naming];
}

function numbers(occasion: Occasion, facts: DelegationLetterFacts): [string, string][] {
  if (occasion !== 'registered' && occasion !== 'approved') return [];
  const say = translator(facts.language);
  return (['seated', 'waiting', 'requested'] as const).flatMap((what): [string, string][] => {
    const count = facts[what] ?? 0;
    return count > 0 ? [[say(`delegation.letter.${what}`), String(count)]] : [];
  });
}
