import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AssociationService } from '#association';
import { Clock, SETTINGS, type Settings } from '#config';
import { calendarEntry, type Event, type EventDate, ProgrammeService } from '#event';
import { type CalendarEntry, feed } from '#icalendar';
import { type OwnPlace, OwnPlaces } from '#invitation';
import { type Language, translator } from '#language';
import { type PersonalPage, PersonalPages } from '#member';
import { buildOf } from './build.js';
import type { FeedText } from './feed.service.js';
import { STAYS_FOR } from './window.js';

/** A contact's own calendar as it is now, rendered only when asked. */
export interface PersonalFeed {
  /** Safe inside an ETag; the same name always means the same text. */
  version: string;
  text(): FeedText;
}

/** The calendars of single contacts: their own registrations, for a coordinator those of all the member's people. */
@Injectable()
export class PersonalFeeds {
  constructor(
    private readonly pages: PersonalPages,
    private readonly places: OwnPlaces,
    private readonly programme: ProgrammeService,
    private readonly association: AssociationService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The calendar that a secret token names; throws PersonalPageUnknown for a wrong or revoked one. */
  async byToken(token: string, language: Language): Promise<PersonalFeed> {
    const page = await this.pages.openFeed(token);
    // Read before the rows: a change in between makes the name too old, never too new.
    const { version } = await this.programme.state();
    const since = this.clock.now().subtract({ hours: STAYS_FOR.total('hours') });
    const places = await this.places.of(page, since);
    const build = buildOf(this.settings, this.association.current().shortName);
    return {
      version: `${version}.${build}.${fingerprint(page, places)}`,
      text: () => ({
        text: feed({ name: this.nameOf(page, language), entries: this.entries(places, language) }),
      }),
    };
  }

  private entries(places: readonly OwnPlace[], language: Language): CalendarEntry[] {
    const byEvent = Map.groupBy(places, ({ event }) => event);
    return [...byEvent].flatMap(([event, people]) =>
      event.dates.map((date) => this.entryOf(event, date, people, language)),
    );
  }

  private entryOf(
    event: Event,
    date: EventDate,
    people: readonly OwnPlace[],
    language: Language,
  ): CalendarEntry {
    const say = translator(language);
    const entry = calendarEntry(event, date, { language, publicUrl: this.settings.publicUrl });
    const going = people.map(({ name, status }) => {
      const who = name || say('delegation.name.none');
      return status === 'confirmed' ? who : `${who} (${say(`status.${status}`)})`;
    });
    const sure = people.some(({ status }) => status === 'confirmed');
    return {
      ...entry,
      status: entry.status === 'CONFIRMED' && !sure ? 'TENTATIVE' : entry.status,
      description: [`${say('feed.going')}: ${going.join(', ')}`, entry.description]
        .filter(Boolean)
        .join('\n\n'),
      changed: [entry.changed, ...people.map(({ changedAt }) => changedAt)].reduce(later),
    };
  }

  private nameOf({ contact, member, coordinates }: PersonalPage, language: Language): string {
    const whose = coordinates && member ? member.name : `${contact.firstName} ${contact.lastName}`.trim();
    return translator(language)('feed.personal.name', {
      association: this.association.current().shortName,
      whose,
    });
  }
}

function fingerprint({ contact, member, coordinates }: PersonalPage, places: readonly OwnPlace[]): string {
  const shown = [
    contact.firstName,
    contact.lastName,
    coordinates && member?.name,
    places.map(({ registrationId, name, status, changedAt }) => [
      registrationId,
      name,
      status,
      `${changedAt}`,
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;
