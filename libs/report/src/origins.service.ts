import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { nameKey } from '#database';
import { SpellingService } from '#member';

/** Where the participants of an event come from. */
export interface EventOrigins {
  /** Participants who named a municipality. */
  people: number;
  /** How many municipalities that are, members or not. */
  municipalities: number;
  /** Participants from other organizations, from nowhere known or who named none. */
  others: number;
}

/** An organization as typed that nobody has explained yet. */
export interface UnknownSpelling {
  spelling: string;
  registrations: number;
}

/** Counts by what people typed as their organization, once it is known what that means. */
@Injectable()
export class Origins {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly spellings: SpellingService,
  ) {}

  /** "17 participants from 11 municipalities": whoever is registered with a seat. Four queries, however many come. */
  async of(eventId: string): Promise<EventOrigins> {
    const typed = await this.typed(`event_id = $1 AND status = 'confirmed'`, [eventId]);
    const meanings = await this.spellings.resolve(typed.map(({ spelling }) => spelling));
    const places = new Set<string>();
    const origins = { people: 0, others: 0 };
    for (const { spelling, registrations } of typed) {
      const meaning = meanings.get(spelling);
      origins[meaning?.isMunicipality ? 'people' : 'others'] += registrations;
      if (meaning?.isMunicipality) places.add(nameKey(meaning.name));
    }
    return { ...origins, municipalities: places.size };
  }

  /** Organizations in registrations that mean neither a member nor a municipality yet, the most frequent first. */
  async unknown(): Promise<UnknownSpelling[]> {
    const typed = await this.typed(
      `organization IS NOT NULL AND status NOT IN ('cancelled', 'declined')`,
      [],
    );
    const meanings = await this.spellings.resolve(typed.map(({ spelling }) => spelling));
    const alike = new Map<string, UnknownSpelling>();
    for (const { spelling, registrations } of typed.filter(({ spelling }) => !meanings.has(spelling))) {
      const one = alike.get(nameKey(spelling)) ?? { spelling, registrations: 0 };
      one.registrations += registrations;
      alike.set(nameKey(spelling), one);
    }
    return [...alike.values()].sort((a, b) => b.registrations - a.registrations);
  }

  private typed(which: string, parameters: string[]): Promise<UnknownSpelling[]> {
    return this.manager.query(
      `SELECT coalesce(organization, m.name, '') AS spelling, count(*)::integer AS registrations
       FROM registration r LEFT JOIN member m ON m.id = r.member_id WHERE ${which} GROUP BY 1 ORDER BY 2 DESC, 1`,
      parameters,
    );
  }
}
