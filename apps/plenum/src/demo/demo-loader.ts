import type { INestApplicationContext } from '@nestjs/common';
import { PlanningService } from '#event';
import { type PartyInput, RegistrationService, StandingService } from '#registration';
import { decideRequests, withdrawFirst } from './demo-decisions.js';
import { sendDelegations } from './demo-delegations.js';
import { enterDirectory } from './demo-directory.js';
import { type DemoEvent, readDemoFile } from './demo-file.js';
import { askForm } from './demo-form.js';
import { inviteMembers } from './demo-invitations.js';
import { inventedPerson } from './demo-people.js';
import { planOf } from './demo-plan.js';
import { setRules } from './demo-rules.js';
import type { TravellingClock } from './travelling-clock.js';

/** So many people register on the same day, and the next ones a day later and not at the same hour. */
const A_DAY = 6;
const A_DAY_LATER = { hours: 25, minutes: 40 };

/** Lets people come as they would have: the past in the past, and for what lies ahead over some days. */
export class DemoLoader {
  private readonly file = readDemoFile();
  private readonly cities = this.file.members.flatMap(({ kind, name }) => (kind === 'city' ? [name] : []));
  private readonly planning: PlanningService;
  private readonly standings: StandingService;
  private readonly registrations: RegistrationService;
  private invented = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: TravellingClock,
    private readonly today: Temporal.ZonedDateTime,
  ) {
    this.planning = app.get(PlanningService, { strict: false });
    this.standings = app.get(StandingService, { strict: false });
    this.registrations = app.get(RegistrationService, { strict: false });
  }

  async load(): Promise<void> {
    await enterDirectory(this.app, this.file.members, this.clock.now());
    for (const event of this.file.past) await this.plan(event, monthsBefore(event));
    for (const event of this.file.upcoming) await this.plan(event, this.ago({ weeks: 3 }));
  }

  private async plan(event: DemoEvent, at: Temporal.Instant): Promise<void> {
    this.clock.moment = at;
    const id = await this.planning.plan(planOf(event, this.today.toPlainDate()));
    if (event.kind !== 'listing') await this.standings.open({ id, kind: event.kind }, event.seats ?? {});
    const sessions = await setRules(this.app, id, event);
    const sayings = await askForm(this.app, id, event);
    if (event.askedDaysAgo) this.clock.moment = this.ago({ days: event.askedDaysAgo });
    const ids = await this.come(event, (n) => ({ ...sayings(n), ...chosen(event, sessions, n) }));
    await sendDelegations(this.app, id, event.delegations);
    await this.decide(event, ids);
    await this.invite(event, id);
  }

  private async come(event: DemoEvent, choices: (n: number) => Chosen): Promise<string[]> {
    const cities = this.comingFrom(event);
    const ids: string[] = [];
    while (ids.length < cities.length) {
      const before = ids.length;
      const some = cities.slice(before, before + A_DAY);
      ids.push(
        ...(await Promise.all(some.map((city, n) => this.register(event, city, choices(before + n))))),
      );
      this.clock.moment = this.clock.moment.add(A_DAY_LATER);
    }
    return ids;
  }

  private async decide({ decided }: DemoEvent, ids: readonly string[]): Promise<void> {
    if (!decided) return;
    this.clock.moment = this.ago({ days: 1 });
    await decideRequests(this.app, ids, decided);
    this.clock.moment = this.today.toInstant();
    await withdrawFirst(this.app, ids, decided.withdrawn);
  }

  private async invite(event: DemoEvent, id: string): Promise<void> {
    if (!event.replies) return;
    this.clock.moment = this.ago({ weeks: 2 });
    await inviteMembers(this.app, id, event.replies);
  }

  private comingFrom({ peopleFrom, attended, people: count = 0 }: DemoEvent): string[] {
    if (peopleFrom) return peopleFrom;
    const { people, organizations } = attended ?? { people: count, organizations: 13 };
    return Array.from({ length: people }, (_, n) => inTurn(this.cities, n % organizations));
  }

  private async register(event: DemoEvent, city: string, choices: Chosen): Promise<string> {
    const n = this.invented++;
    // One in three follows a hybrid event from their desk.
    const attendance = event.format === 'hybrid' ? (n % 3 === 0 ? 'online' : 'onsite') : undefined;
    const person = { ...inventedPerson(n, city), ...choices, attendance } as const;
    const { people } = await this.registrations.register(
      event.slug,
      { people: [person], copyTo: undefined },
      { actor: 'participant', language: person.language },
    );
    return people[0]?.registrationId ?? '';
  }

  // A day or more, so that the morning is over.
  private ago(span: Temporal.DurationLike): Temporal.Instant {
    return this.today.subtract(span).withPlainTime('09:12').toInstant();
  }
}

type Chosen = Pick<PartyInput['people'][number], 'answers' | 'consents' | 'sessions'>;

function chosen({ sessionsInTurn }: DemoEvent, sessions: readonly string[], n: number): Chosen {
  const session = sessions[sessionsInTurn[n % sessionsInTurn.length] ?? -1];
  return session ? { sessions: [session] } : {};
}

const inTurn = (names: readonly string[], n: number): string => names[n % names.length] ?? '';

function monthsBefore(event: DemoEvent): Temporal.Instant {
  const [date] = event.dates;
  const day = date && 'day' in date ? date.day : (event.announced?.from ?? '2022-01-01');
  return Temporal.PlainDate.from(day).subtract({ days: 60 }).toZonedDateTime('Europe/Berlin').toInstant();
}
