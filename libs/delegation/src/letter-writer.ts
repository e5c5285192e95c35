import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Links } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService, registrationWindow } from '#event';
import { type Compose, type Letter, Letterhead, MailKinds } from '#mail';
import { delegationLetter } from './delegation-letter.js';
import { type DelegationFacts, OCCASIONS, type Occasion } from './delegation-mail.js';

/** Writes the letters to coordinators. */
@Injectable()
export class DelegationLetterWriter implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly programme: ProgrammeService,
    private readonly letterhead: Letterhead,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const occasion of OCCASIONS) this.kinds.register(`delegation.${occasion}`, this.compose(occasion));
  }

  private compose(occasion: Occasion): Compose {
    return async (messages) => {
      const ids = new Set(messages.flatMap((message) => message.eventId ?? []));
      const events = new Map((await this.programme.load([...ids])).map((event) => [event.id, event]));
      const letters = new Map<string, Letter>();
      for (const { id, eventId, language, toName, facts: given } of messages) {
        const event = events.get(eventId ?? '');
        if (!event) continue;
        const facts = given as unknown as DelegationFacts;
        // The same link as the one that is mailed for the coordinator's own page, and revoked with it.
        const token = this.links.token('my', facts.contactId, facts.generation);
        const { publicUrl } = this.letterhead;
        const to = { name: toName };
        const isOpen = this.isOpen(event);
        letters.set(
          id,
          delegationLetter(occasion, event, { ...facts, language, to, publicUrl, token, isOpen }),
        );
      }
      return letters;
    };
  }

  // As `DelegationList.openEvents` says.
  private isOpen(event: Event): boolean {
    return event.audience !== 'invited' && registrationWindow(event, this.clock.now()).state === 'open';
  }
}
