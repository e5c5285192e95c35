import type { Event } from '#event';
import { type Language, pick, translator } from '#language';
import type { Block, Letter } from '#mail';
import { eventFacts } from '#registration';
import type { InvitationFacts, Occasion } from './invitation-mail.js';
import { ANSWERS } from './words.js';

/** All that a letter needs beside the event. */
export interface InvitationLetterFacts extends InvitationFacts {
  language: Language;
  publicUrl: string;
  /** Opens the invitation's page. */
  token: string;
}

/**
 * The letter that invites, reminds, or tells a substitute; each of its links opens the same page and changes nothing.
 * Who is no longer a substitute has nothing to reply.
 */
export function invitationLetter(occasion: Occasion, event: Event, facts: InvitationLetterFacts): Letter {
  const { language, firstName, lastName } = facts;
  const say = translator(language);
  const title = pick(event.title, language, event.mainLanguage);
  const summary = pick(event.summary, language, event.mainLanguage);
  const query = `?lang=${language}`;
  const eventLink = {
    label: say('letter.link.event'),
    url: `${facts.publicUrl}/events/${event.slug}${query}`,
  };
  const replying: Block[] = [
    ...(summary.text ? [{ paragraph: summary }] : []),
    { paragraph: say('invitation.letter.reply') },
    {
      links: [
        ...ANSWERS.map((answer) => ({
          label: say(`invitation.letter.link.${answer}`),
          url: `${facts.publicUrl}/invitations/${facts.token}${query}&reply=${answer}`,
          secret: true as const,
        })),
        eventLink,
      ],
    },
  ];
  return {
    subject: say(`invitation.letter.${occasion}.subject`, { title: title.text }),
    language,
    greeting: say('mail.greeting', { name: `${firstName} ${lastName}`.trim() }),
    blocks: [
      ...openings(occasion, facts).map((paragraph) => ({ paragraph })),
      { facts: eventFacts(event, language, say) },
      ...(occasion === 'released' ? [{ links: [eventLink] } satisfies Block] : replying),
    ],
  };
}

function openings(occasion: Occasion, facts: InvitationLetterFacts): string[] {
  const say = translator(facts.language);
  const { memberName, principal = '', colleagues = [], interest } = facts;
  if (occasion === 'invited' && interest) {
    return [say('invitation.letter.invited.interest', { title: pick(interest, facts.language).text })];
  }
  const first =
    occasion === 'substitute' || occasion === 'released'
      ? say(`invitation.letter.${occasion}.first`, { principal })
      : memberName
        ? say(`invitation.letter.${occasion}.member`, { member: memberName })
        : say(`invitation.letter.${occasion}.first`);
  if (occasion !== 'reminder' || !memberName || colleagues.length === 0) return [first];
  const names = new Intl.ListFormat(facts.language).format(colleagues);
  return [
    first,
    say('invitation.letter.colleagues', { member: memberName, names, count: colleagues.length }),
  ];
}
