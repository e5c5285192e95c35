import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import { Links } from '#account';
import { type Event, ProgrammeService } from '#event';
import { type Letter, Letterhead, MailKinds, type Message } from '#mail';
import { type Chosen, chosenInMailboxes } from '#registration';
import type { CompanionFacts, PersonFacts } from './messages.js';
import { Notice } from './notice.entity.js';
import { noticeCalendar } from './notice-calendar.js';
import { noticeLetter } from './notice-letter.js';
import { HAPPENINGS } from './words.js';

/** Writes the letters of notices: what was and is now comes frozen with the notice, the event is read now. */
@Injectable()
export class NoticeLetterWriter implements OnModuleInit {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly kinds: MailKinds,
    private readonly programme: ProgrammeService,
    private readonly letterhead: Letterhead,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    for (const what of HAPPENINGS)
      this.kinds.register(`notice.${what}`, (messages) => this.compose(messages));
  }

  private async compose(messages: readonly Message[]): Promise<Map<string, Letter>> {
    const ids = messages.map(({ facts }) => (facts as unknown as CompanionFacts).noticeId);
    const notices = new Map(
      (await this.manager.findBy(Notice, { id: In([...new Set(ids)]) })).map((notice) => [notice.id, notice]),
    );
    const eventIds = new Set([...notices.values()].map(({ eventId }) => eventId));
    const events = new Map((await this.programme.load([...eventIds])).map((event) => [event.id, event]));
    const chosen = await chosenInMailboxes(this.manager, messages);
    const letters = new Map<string, Letter>();
    for (const message of messages) {
      const notice = notices.get((message.facts as unknown as CompanionFacts).noticeId);
      const event = notice && events.get(notice.eventId);
      if (event) letters.set(message.id, this.letter(notice, event, message, chosen.get(message.id)));
    }
    return letters;
  }

  private letter(
    notice: Notice,
    event: Event,
    { facts, language, toName, toAddress }: Message,
    chosen: readonly Chosen[] | undefined,
  ): Letter {
    const { publicUrl, sender } = this.letterhead;
    const person = 'registrationId' in facts ? (facts as unknown as PersonFacts) : undefined;
    const to = person
      ? { ...person, token: this.links.token('registration', person.registrationId, person.generation) }
      : (facts as unknown as CompanionFacts);
    const calendar =
      to.sequences &&
      noticeCalendar(notice, event, to.sequences, {
        language,
        publicUrl,
        sender,
        attendance: person?.attendance,
        chosen,
        to: { name: toName, address: toAddress },
      });
    return { ...noticeLetter(notice, event, { language, publicUrl, to }), calendar };
  }
}
