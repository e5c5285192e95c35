import { Inject, Injectable } from '@nestjs/common';
import { AssociationService } from '#association';
import { Clock, SETTINGS, type Settings } from '#config';
import { calendarEntry, type Event, type EventKind, ProgrammeService, type ProgrammeState } from '#event';
import { calendarFile, feed } from '#icalendar';
import { type Language, translator } from '#language';
import { buildOf } from './build.js';
import { Kept } from './kept.js';
import { SharedRead } from './shared-read.js';
import { STAYS_FOR } from './window.js';

/** Which state of the feeds a client may hold; the same name always means the same text. */
export interface FeedVersion {
  /** Safe inside an ETag. */
  name: string;
  /** No text of this version is older; whole seconds, as HTTP counts. */
  changedAt: Temporal.Instant;
}

/** What a subscriber chose. No kinds: all of them. */
export interface FeedChoice {
  kinds: readonly EventKind[];
  language: Language;
}

/** A rendered feed; the same object as long as it is kept, so that what is made of it can be kept with it. */
export interface FeedText {
  readonly text: string;
}

/** How long polls share one read of the version, in milliseconds. */
const SHARE_FOR = 200;

/** The calendars that clients subscribe to, and the version by which they know that nothing has changed. */
@Injectable()
export class FeedService {
  private readonly current: SharedRead<FeedVersion>;
  private readonly texts = new Kept<FeedText>(64);

  constructor(
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly association: AssociationService,
  ) {
    this.current = new SharedRead(async () => {
      const build = buildOf(settings, association.current().shortName);
      return versionOn(this.today(), await programme.state(), build);
    }, SHARE_FOR);
  }

  /** The version of all feeds; reads one row, and that not more than a few times a second. */
  version(): Promise<FeedVersion> {
    return this.current.get();
  }

  /** The version of an event's own calendar; throws EventUnknown, for drafts too. */
  async versionOf(slug: string): Promise<FeedVersion> {
    await this.programme.idOf(slug);
    return this.version();
  }

  /** The public programme: what is to come, and what was in the last 90 days. Undated events have no entry. */
  programmeFeed(version: FeedVersion, choice: FeedChoice): Promise<FeedText> {
    const key = ['programme', version.name, choice.language, ...choice.kinds].join(' ');
    return this.texts.get(key, async () => {
      const from = startOf(this.today()).subtract({ hours: STAYS_FOR.days * 24 });
      const events = await this.eventsSince(from, choice.kinds);
      const entries = events.flatMap((event) => this.entriesOf(event, choice.language, from));
      return { text: feed({ name: this.nameOf(choice), entries }) };
    });
  }

  /**
   * All dates of one event; throws EventUnknown. It has no name: it is put into the calendar one already has,
   * and a name would open another beside it.
   */
  eventFile(version: FeedVersion, slug: string, language: Language): Promise<FeedText> {
    return this.texts.get(['event', version.name, language, slug].join(' '), async () => {
      const event = await this.programme.bySlug(slug);
      return { text: calendarFile(this.entriesOf(event, language)) };
    });
  }

  private async eventsSince(from: Temporal.Instant, kinds: readonly EventKind[]): Promise<Event[]> {
    const events: Event[] = [];
    let after: string | undefined;
    do {
      const page = await this.programme.list({ kinds, from, after, limit: 500 });
      events.push(...page.events);
      after = page.next;
    } while (after);
    return events;
  }

  private entriesOf(event: Event, language: Language, from?: Temporal.Instant) {
    const { publicUrl } = this.settings;
    return event.dates
      .filter((date) => !from || Temporal.Instant.compare(date.endsAt, from) > 0)
      .map((date) => calendarEntry(event, date, { language, publicUrl }));
  }

  private nameOf({ kinds, language }: FeedChoice): string {
    const say = translator(language);
    const what =
      kinds.length > 0 ? kinds.map((kind) => say(`kind.${kind}`)).join(', ') : say('site.programme');
    return `${this.association.current().shortName}: ${what}`;
  }

  private today(): Temporal.PlainDate {
    return this.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  }
}

function versionOn(
  day: Temporal.PlainDate,
  { version, changedAt }: ProgrammeState,
  build: string,
): FeedVersion {
  const midnight = startOf(day);
  return {
    name: `${version}.${day.toString().replaceAll('-', '')}.${build}`,
    // A new day moves the window, so what was sent yesterday is old even if nobody changed anything.
    changedAt: wholeSecond(Temporal.Instant.compare(changedAt, midnight) > 0 ? changedAt : midnight),
  };
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime('UTC').toInstant();

const wholeSecond = (at: Temporal.Instant): Temporal.Instant =>
  at.round({ smallestUnit: 'second', roundingMode: 'floor' });
