import type { Event } from '#event';
import { type Language, moment, pick, translator } from '#language';
import type { Block, Letter } from '#mail';
import { eventFacts } from '#registration';
import type { DelegationFacts, Occasion } from './delegation-mail.js';

/** All that a letter needs beside the event. */
export interface DelegationLetterFacts extends DelegationFacts {
  language: Language;
  to: { name: string };
  publicUrl: string;
  /** Opens the coordinator's pages. */
  token: string;
}

/** The letter that tells a coordinator what came of a party, or which seats still want a name. */
export function delegationLetter(occasion: Occasion, event: Event, facts: DelegationLetterFacts): Letter {
  const { language, publicUrl, token, delegationId } = facts;
  const say = translator(language);
  const title = pick(event.title, language, event.mainLanguage).text;
  const query = `?lang=${language}`;
  const links: Block = {
    links: [
      {
        label: say('delegation.letter.link'),
        url: `${publicUrl}/delegation/${token}/${delegationId}${query}`,
        secret: true,
      },
      { label: say('letter.link.event'), url: `${publicUrl}/events/${event.slug}${query}` },
    ],
  };
  return {
    subject: say(`delegation.letter.${occasion}.subject`, { title, count: facts.unnamed ?? 0 }),
    language,
    greeting: say('mail.greeting', { name: facts.to.name }),
    blocks: [
      ...openings(occasion, event, facts).map((paragraph) => ({ paragraph })),
      { facts: [...eventFacts(event, language, say), ...numbers(occasion, facts)] },
      links,
    ],
  };
}

function openings(occasion: Occasion, event: Event, facts: DelegationLetterFacts): string[] {
  const { language, memberName, unnamed = 0, nameBy } = facts;
  const say = translator(language);
  const until = nameBy && Temporal.Instant.from(nameBy).toZonedDateTimeISO(event.timeZone);
  const naming =
    until && unnamed > 0
      ? [say('delegation.letter.naming', { count: unnamed, moment: moment(until, language) })]
      : [];
  if (occasion === 'reminder') return naming;
  if (occasion === 'nearer') return [say('delegation.letter.nearer.first'), ...naming];
  return [say('delegation.letter.registered.first', { member: memberName }), ...naming];
}

function numbers(occasion: Occasion, facts: DelegationLetterFacts): [string, string][] {
  if (occasion !== 'registered') return [];
  const say = translator(facts.language);
  return (['seated', 'waiting', 'requested'] as const).flatMap((what): [string, string][] => {
    const count = facts[what] ?? 0;
    return count > 0 ? [[say(`delegation.letter.${what}`), String(count)]] : [];
  });
}
