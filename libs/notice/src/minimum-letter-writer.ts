import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Event, ProgrammeService } from '#event';
import { type Language, pick, translator } from '#language';
import { type Letter, Letterhead, MailKinds, type Message } from '#mail';
import { eventFacts } from '#registration';
import type { ProposalFacts, Turnout } from './turnout.js';

/** Writes the mail that proposes the cancellation to the office. */
@Injectable()
export class MinimumLetterWriter implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly programme: ProgrammeService,
    private readonly letterhead: Letterhead,
  ) {}

  onModuleInit(): void {
    this.kinds.register('notice.minimum', async (messages) => {
      const ids = new Set(messages.flatMap(({ eventId }) => eventId ?? []));
      const events = new Map((await this.programme.load([...ids])).map((event) => [event.id, event]));
      return new Map(
        messages.flatMap((message): [string, Letter][] => {
          const event = events.get(message.eventId ?? '');
          return event ? [[message.id, this.letter(event, message)]] : [];
        }),
      );
    });
  }

  private letter(event: Event, { facts, language, toName }: Message): Letter {
    const proposal = facts as unknown as ProposalFacts;
    const say = translator(language);
    const { text: title } = pick(event.title, language, event.mainLanguage);
    const { needed, counted } = proposal;
    const prepared = `${this.letterhead.publicUrl}/office/events/${event.id}/notice?what=cancelled&scope=event&reason=minimum`;
    return {
      subject: say('notice.proposal.subject', { title }),
      language,
      greeting: say('mail.greeting', { name: toName }),
      blocks: [
        { paragraph: say('notice.proposal.first', { needed, counted }) },
        { facts: [...eventFacts(event, language, say), ...turnoutRows(proposal, language)] },
        { paragraph: say('notice.proposal.nothing') },
        { links: [{ label: say('notice.proposal.link'), url: prepared }] },
      ],
    };
  }
}

function turnoutRows(turnout: Turnout, language: Language): [string, string][] {
  const say = translator(language);
  return [
    [say('notice.proposal.named'), String(turnout.named)],
    [say('notice.proposal.unnamed'), String(turnout.unnamed)],
    [say('notice.proposal.office'), String(turnout.byOffice)],
    [say('notice.proposal.waiting'), String(turnout.waiting)],
  ];
}
