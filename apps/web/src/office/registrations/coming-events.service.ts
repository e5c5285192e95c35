import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import { type Event, extent, ProgrammeService } from '#event';
import { type Language, pick, shortDay } from '#language';

/** Most events to choose from; nobody reads a longer list. */
const MOST = 500;

/** Events that people can be moved or invited to. */
@Injectable()
export class ComingEvents {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** The published events that are not over and take registrations, without this one, to choose from. */
  async choices(language: Language, exceptId: string): Promise<{ value: string; text: string }[]> {
    const { events } = await this.programme.list({ from: this.clock.now(), limit: MOST });
    return events
      .filter(({ id, kind, status }) => id !== exceptId && kind !== 'listing' && status === 'published')
      .map((event) => ({ value: event.id, text: nameOf(event, language) }));
  }
}

/** "25.01.2027: Sichere Plätze". */
function nameOf(event: Event, language: Language): string {
  const title = pick(event.title, language, event.mainLanguage).text;
  const start = extent(event)?.start;
  return start ? `${shortDay(start, language)}: ${title}` : title;
}
