import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { type LinkPurpose, Links } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService, registrationWindow } from '#event';
import { AnswerSheets, FormService } from '#form';
import { type Compose, type Letter, Letterhead, MailKinds, type Message } from '#mail';
import { heldBack } from '../held-back.js';
import { countPositions, fairEvents } from '../positions.js';
import { contested } from '../rules/rules-at.js';
import { askedNow } from './asked-now.js';
import { chosenInMailboxes } from './chosen-in-mailbox.js';
import { chosenSessions } from './chosen-sessions.js';
import { letterOf } from './letter.js';
import { NOTICES, type Notice, type NoticeFacts, type OtherSeat } from './notice.js';
import { offeringEvents } from './offering-events.js';

/** Writes the letters about registrations: what has happened comes frozen with the message, the event is read now. */
@Injectable()
export class LetterWriter implements OnModuleInit {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly kinds: MailKinds,
    private readonly programme: ProgrammeService,
    private readonly letterhead: Letterhead,
    private readonly links: Links,
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const notice of NOTICES) this.kinds.register(`registration.${notice}`, this.compose(notice));
  }

  private compose(notice: Notice): Compose {
    return async (messages) => {
      const events = await this.eventsOf(messages);
      const fair = await fairEvents(this.manager, [...events.keys()]);
      const positions = await countPositions(this.manager, waiting(messages, fair));
      const sessions = await chosenSessions(this.manager, messages.map(registrationOf));
      const chosen = await chosenInMailboxes(this.manager, messages);
      const now = this.clock.now();
      const offering = await offeringEvents(this.manager, [...events.values()], now);
      const waits = messages
        .filter((message) => factsOf(message).status === 'waitlisted')
        .map(registrationOf);
      const held = await heldBack(this.manager, [...events.values()], waits, now);
      const asked = await askedNow(notice, told(messages, events), {
        forms: this.forms,
        sheets: this.sheets,
        now,
      });
      const letters = new Map<string, Letter>();
      for (const message of messages) {
        const event = events.get(message.eventId ?? '');
        if (!event) continue;
        const facts = factsOf(message);
        letters.set(
          message.id,
          letterOf(notice, event, {
            ...facts,
            position:
              positions.get(facts.registrationId) ?? (fair.has(event.id) ? undefined : facts.position),
            isFair: fair.has(event.id) && facts.attendance === contested(event),
            sessions: sessions.get(facts.registrationId),
            chosen: chosen.get(message.id),
            byOffer: offering.has(event.id),
            heldBack: held.get(facts.registrationId),
            canReturn: canReturn(event, now),
            isAsked: asked.has(message.id),
            language: message.language,
            to: { name: message.toName, address: message.toAddress },
            sender: this.letterhead.sender,
            publicUrl: this.letterhead.publicUrl,
            token: this.tokenOf(facts, facts.copyOf ? 'copy' : 'registration'),
            tokens: new Map(facts.others?.map((seat) => [seat.registrationId, this.tokenOf(seat)])),
          }),
        );
      }
      return letters;
    };
  }

  // What the link of a copy opens says nothing that is for the person alone.
  private tokenOf({ registrationId, generation }: OtherSeat, purpose: LinkPurpose = 'registration'): string {
    return this.links.token(purpose, registrationId, generation);
  }

  private async eventsOf(messages: readonly Message[]): Promise<Map<string, Event>> {
    const ids = new Set(messages.flatMap((message) => message.eventId ?? []));
    const events = await this.programme.load([...ids]);
    return new Map(events.map((event) => [event.id, event]));
  }
}

// A letter invites nobody to what is by invitation.
const canReturn = (event: Event, now: Temporal.Instant): boolean =>
  registrationWindow(event, now).state === 'open' && event.audience !== 'invited';

const told = (messages: readonly Message[], events: ReadonlyMap<string, Event>) =>
  messages.flatMap((message) => {
    const event = events.get(message.eventId ?? '');
    return event ? [{ messageId: message.id, facts: factsOf(message), event }] : [];
  });

// A newcomer's position is a fact of that moment; who is told again later wants to know today's. Where the order is
// fair it is counted for all, because the desk has told only how many came before.
function waiting(messages: readonly Message[], fair: ReadonlySet<string>): string[] {
  return messages
    .filter((message) => {
      const { status, position } = factsOf(message);
      return status === 'waitlisted' && (position === undefined || fair.has(message.eventId ?? ''));
    })
    .map(registrationOf);
}

const factsOf = (message: Message): NoticeFacts => message.facts as unknown as NoticeFacts;

const registrationOf = (message: Message): string => factsOf(message).registrationId;
