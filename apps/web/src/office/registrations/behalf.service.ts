import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssociationService } from '#association';
import type { Attendance, Event } from '#event';
import { type Language, translator } from '#language';
import {
  type Answer,
  type AnsweredPerson,
  type NewcomerInput,
  RegistrationService,
  StandingService,
} from '#registration';
import { languageOf } from '../../door/visits.js';
import { actingOf } from './acting.js';
import type { BehalfInput } from './behalf-form.js';

/** What came of registering somebody; without an id they were on the list already. */
export interface OnBehalf {
  registrationId?: string;
  status: Answer['status'];
}

/** Registers people for whom the office fills in the form. */
@Injectable()
export class Behalf {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly standings: StandingService,
    private readonly association: AssociationService,
  ) {}

  /** Registers one person, beyond the last seat where that is wished; rejects with a Refusal. */
  async register(
    event: Event,
    person: NewcomerInput,
    input: BehalfInput,
    request: FastifyRequest,
  ): Promise<OnBehalf> {
    const acting = actingOf(request, input);
    const over = input.full === 'over' && (await this.isFull(event, person.attendance));
    // Who is to be seated at any rate is not told first that they wait.
    const silent = acting.silent || over;
    const language = person.language ?? languageOf(request);
    const party = { people: [person] };
    const { people } = await this.registrations.register(event.slug, party, {
      actor: acting.actor,
      language,
      byOffice: true,
      silent,
      registeredBy: this.registeredBy(language),
      audited: { action: 'registration.register', after: { over, reason: acting.reason } },
      idempotency: { client: 'office', key: keyOf(input, person) },
    });
    const [{ registrationId, answer }] = people as [AnsweredPerson];
    if (!registrationId) return { status: answer.status };
    const status = over ? await this.seat(registrationId, answer.status, acting) : answer.status;
    return { registrationId, status };
  }

  private async seat(id: string, status: Answer['status'], acting: ReturnType<typeof actingOf>) {
    if (status === 'waitlisted')
      await this.registrations.admit(id, { ...acting, over: true, audited: SEATED });
    // A seat became free at that very moment: then the mail about it is still to be written.
    else if (!acting.silent) await this.registrations.change(id, acting);
    return 'confirmed' as const;
  }

  private async isFull(event: Event, attendance: Attendance | undefined): Promise<boolean> {
    const seats = (await this.standings.seats([event])).get(event.id);
    const { capacity, taken, waiting } = seats?.[attendance ?? 'onsite'] ?? seats?.online ?? NO_LIMIT;
    return capacity !== null && (taken >= capacity || waiting > 0);
  }

  private registeredBy(language: Language): string {
    const { shortName } = this.association.current();
    return translator(language)('desk.registeredBy.office', { association: shortName });
  }
}

const SEATED = { action: 'registration.seat' };

const NO_LIMIT = { capacity: null, taken: 0, waiting: 0 };

// Sent again it is the same submission; gone back to and changed, it is another.
const keyOf = ({ submission }: BehalfInput, person: NewcomerInput): string =>
  createHash('sha256')
    .update(`${submission}\n${JSON.stringify(person)}`)
    .digest('base64url');
