import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService, revised } from '#event';
import type { Language } from '#language';
import { type Letter, Letterhead } from '#mail';
import { officeDay } from '#member';
import { Caretakers } from '#registration';
import { type Addressee, addresseesOf, type Companion, companionsOf } from './addressees.js';
import { changeOf, type NoticeDetail } from './change.js';
import { circumstancesOf } from './circumstances.js';
import { personFacts } from './messages.js';
import { versionOf } from './notice.service.js';
import { noticeLetter } from './notice-letter.js';
import { type Phone, phonesOf, unreachable } from './reachability.js';
import { scopesOf } from './scope.js';
import { untoldOf } from './untold.js';
import type { NoticeWish } from './wish.js';

/** Somebody whose latest mail did not arrive. */
export interface Unreachable {
  name: string;
  phones: Phone[];
}

/** What a wish would do, before it does. */
export interface NoticePreview {
  detail: NoticeDetail;
  /** Registered people; seats without a name are counted beside them. */
  people: Addressee[];
  unnamed: number;
  companions: Companion[];
  unreachable: Unreachable[];
  /** One for every language that somebody is written to in. */
  letters: Letter[];
  /** To be sent along, so that nothing else is sent than was seen. */
  seen: string;
}

/** Shows what a notice would do and say. */
@Injectable()
export class NoticePreviews {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly caretakers: Caretakers,
    private readonly letterhead: Letterhead,
    private readonly clock: Clock,
  ) {}

  /** Throws what sending would throw about the wish; changes nothing. */
  async of(eventId: string, wish: NoticeWish): Promise<NoticePreview> {
    const event = await this.programme.byId(eventId);
    const circumstances = await circumstancesOf(this.manager, eventId, this.clock.now());
    const { revision, detail } = changeOf(event, wish, circumstances);
    const addressees = await addresseesOf(this.manager, this.caretakers, eventId, detail);
    const people = addressees.filter(({ named }) => named);
    const companions = companionsOf(addressees);
    return {
      detail,
      people,
      unnamed: addressees.length - people.length,
      companions,
      unreachable: await this.unreachable(people),
      letters: this.letters(revised(event, revision), { ...wish, detail }, people, companions),
      seen: versionOf(event),
    };
  }

  /** How many of those who come know the time or place only as it was, because nobody was told of the change. */
  async untold(event: Event): Promise<number> {
    const now = this.clock.now();
    if (event.status !== 'published' || scopesOf(event, 'moved', now).length === 0) return 0;
    return (await untoldOf(this.manager, event.id, now)).people;
  }

  private async unreachable(people: readonly Addressee[]): Promise<Unreachable[]> {
    const lost = await unreachable(
      this.manager,
      people.map(({ registrationId }) => registrationId),
    );
    const phones = await phonesOf(this.manager, [...lost], officeDay(this.clock.now()));
    return people
      .filter(({ registrationId }) => lost.has(registrationId))
      .map(({ registrationId, firstName, lastName }) => ({
        name: `${firstName} ${lastName}`,
        phones: phones.get(registrationId) ?? [],
      }));
  }

  private letters(
    event: Event,
    told: NoticeWish & { detail: NoticeDetail },
    people: readonly Addressee[],
    companions: readonly Companion[],
  ): Letter[] {
    const { publicUrl } = this.letterhead;
    const languages = new Set<Language>([...people, ...companions].map(({ language }) => language));
    if (languages.size === 0) languages.add(event.mainLanguage);
    return [...languages].map((language) => {
      // The mail to somebody who comes says the most.
      const inLanguage = people.filter((one) => one.language === language);
      const person = inLanguage.find(({ status }) => status === 'confirmed') ?? inLanguage[0];
      const to = person
        ? { ...personFacts('', person, person.status === 'confirmed' ? {} : undefined), token: '' }
        : { noticeId: '', names: companions.find((one) => one.language === language)?.names ?? [] };
      return noticeLetter({ ...told, id: '' }, event, { language, publicUrl, to });
    });
  }
}
