import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Links } from '#account';
import { translator } from '#language';
import { type Letter, Letterhead, MailKinds, type Message, type NewMessage } from '#mail';
import type { Contact } from './contact.entity.js';

const KIND = 'contact.link';
/** Whoever asks again within this time has the mail already. */
const QUIET_MINUTES = 10;

interface LinkFacts {
  contactId: string;
  generation: number;
}

/** The mail with the link to a contact's page, which must have an address. */
export function personalLinkMail(contact: Contact, now: Temporal.Instant): NewMessage {
  const { id, email, firstName, lastName, language, linkGeneration } = contact;
  const facts: LinkFacts = { contactId: id, generation: linkGeneration };
  const span = Math.floor(now.epochMilliseconds / (QUIET_MINUTES * 60_000));
  return {
    kind: KIND,
    subjectId: id,
    to: { address: email ?? '', name: `${firstName} ${lastName}`.trim() },
    language,
    facts: { ...facts },
    key: `${id} link ${linkGeneration} ${span}`,
  };
}

/** Writes the letters with the links to contacts' pages. */
@Injectable()
export class PersonalLetterWriter implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly letterhead: Letterhead,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    this.kinds.register(KIND, async (messages) => new Map(messages.map((one) => [one.id, this.letter(one)])));
  }

  private letter({ language, toName, facts: given }: Message): Letter {
    const say = translator(language);
    const { contactId, generation } = given as unknown as LinkFacts;
    const token = this.links.token('my', contactId, generation);
    const url = `${this.letterhead.publicUrl}/my/${token}?lang=${language}`;
    return {
      subject: say('my.letter.subject'),
      language,
      greeting: say('mail.greeting', { name: toName }),
      blocks: [
        { paragraph: say('my.letter.first') },
        { links: [{ label: say('my.letter.link'), url, secret: true }] },
        { paragraph: say('my.letter.notYou') },
      ],
    };
  }
}
