import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Links } from '#account';
import { type Language, translator } from '#language';
import { type Letter, Letterhead, MailKinds, type Message } from '#mail';

/** The kind of the mail that tries a sender. */
export const SENDER_TEST = 'association.test';

/** The sender that is tried, frozen with the message. */
export interface SenderTestFacts {
  name: string;
  address: string;
}

/** Writes the mail that tries a sender; it comes from that sender, although it is not in use yet. */
@Injectable()
export class SenderLetter implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly links: Links,
    private readonly letterhead: Letterhead,
  ) {}

  onModuleInit(): void {
    this.kinds.register(SENDER_TEST, async (messages) => {
      return new Map(messages.map((message) => [message.id, this.letter(message)]));
    });
  }

  private letter({ subjectId, toName, language, facts }: Message): Letter {
    const say = translator(language);
    const { name, address } = facts as unknown as SenderTestFacts;
    return {
      subject: say('letter.senderTest.subject'),
      language,
      sender: { name, address },
      greeting: say('mail.greeting', { name: toName }),
      blocks: [
        { paragraph: say('letter.senderTest.first', { sender: `${name} <${address}>` }) },
        { paragraph: say('letter.senderTest.confirm') },
        {
          links: [
            { label: say('letter.senderTest.link'), url: this.urlOf(subjectId, language), secret: true },
          ],
        },
        { paragraph: say('letter.senderTest.stranger') },
      ],
    };
  }

  private urlOf(id: string | null, language: Language): string {
    return `${this.letterhead.publicUrl}/setup/sender/${this.links.token('sender', id ?? '')}?lang=${language}`;
  }
}
