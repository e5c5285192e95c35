import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Links } from '#account';
import { ProgrammeService } from '#event';
import { type Compose, type Letter, Letterhead, MailKinds } from '#mail';
import { invitationLetter } from './invitation-letter.js';
import { type InvitationFacts, OCCASIONS, type Occasion } from './invitation-mail.js';

/** Writes the letters about invitations. */
@Injectable()
export class InvitationLetterWriter implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly programme: ProgrammeService,
    private readonly letterhead: Letterhead,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    for (const occasion of OCCASIONS) this.kinds.register(`invitation.${occasion}`, this.compose(occasion));
  }

  private compose(occasion: Occasion): Compose {
    return async (messages) => {
      const ids = new Set(messages.flatMap((message) => message.eventId ?? []));
      const events = new Map((await this.programme.load([...ids])).map((event) => [event.id, event]));
      const letters = new Map<string, Letter>();
      for (const { id, eventId, language, facts: given } of messages) {
        const event = events.get(eventId ?? '');
        if (!event) continue;
        const facts = given as unknown as InvitationFacts;
        const token = this.links.token('invitation', facts.invitationId, facts.generation);
        const { publicUrl } = this.letterhead;
        letters.set(id, invitationLetter(occasion, event, { ...facts, language, publicUrl, token }));
      }
      return letters;
    };
  }
}
