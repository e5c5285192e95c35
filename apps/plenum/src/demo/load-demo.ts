import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, ConfigModule, type Settings } from '#config';
import { DatabaseModule } from '#database';
import { EventModule, PlanningService } from '#event';
import { InvitationModule } from '#invitation';
import { JobsModule } from '#jobs';
import { MemberModule } from '#member';
import { RegistrationModule, RegistrationService, StandingService } from '#registration';
import { enterDirectory } from './demo-directory.js';
import { type DemoEvent, readDemoFile } from './demo-file.js';
import { inviteMembers } from './demo-invitations.js';
import { inventedPerson } from './demo-people.js';
import { planOf } from './demo-plan.js';

/** Plans the demo's programme and has invented people register and reply, through the same doors that everybody uses. */
export async function loadDemo(
  settings: Settings,
  databaseUrl: string,
  today: Temporal.ZonedDateTime,
): Promise<void> {
  const clock = new TravellingClock(today.toInstant());
  const app = await NestFactory.createApplicationContext(
    {
      module: DemoModule,
      imports: [
        ConfigModule.with(settings, clock),
        DatabaseModule.at(databaseUrl),
        JobsModule.forRoot(),
        EventModule,
        InvitationModule,
        MemberModule,
        RegistrationModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
  try {
    await new DemoLoader(app, clock, today).load();
  } finally {
    await app.close();
  }
}

@Module({})
class DemoModule {}

/** Lets the past be planned in the past, so that nothing is entered after its closing date. */
class TravellingClock extends Clock {
  constructor(public moment: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.moment;
  }
}

class DemoLoader {
  private readonly file = readDemoFile();
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
    for (const event of this.file.upcoming)
      await this.plan(event, this.today.subtract({ weeks: 3 }).toInstant());
  }

  private async plan(event: DemoEvent, at: Temporal.Instant): Promise<void> {
    this.clock.moment = at;
    const id = await this.planning.plan(planOf(event, this.today.toPlainDate()));
    if (event.kind !== 'listing') await this.standings.open({ id, kind: event.kind }, event.seats ?? {});
    const { people, organizations } = event.attended ?? { people: event.people ?? 0, organizations: 13 };
    await Promise.all(Array.from({ length: people }, (_, n) => this.register(event, n % organizations)));
    await this.invite(event, id);
  }

  private async invite(event: DemoEvent, id: string): Promise<void> {
    if (!event.replies) return;
    this.clock.moment = this.today.subtract({ weeks: 2 }).toInstant();
    await inviteMembers(this.app, id, event.replies);
  }

  private async register(event: DemoEvent, city: number): Promise<void> {
    const cities = this.file.members.filter((member) => member.kind === 'city');
    const organization = cities[city % cities.length]?.name ?? '';
    const n = this.invented++;
    // One in three follows a hybrid event from their desk.
    const attendance = event.format === 'hybrid' ? (n % 3 === 0 ? 'online' : 'onsite') : undefined;
    const person = { ...inventedPerson(n, organization), attendance } as const;
    await this.registrations.register(
      event.slug,
      { people: [person], copyTo: undefined },
      { actor: 'participant', language: person.language },
    );
  }
}

function monthsBefore(event: DemoEvent): Temporal.Instant {
  const [date] = event.dates;
  const day = date && 'day' in date ? date.day : (event.announced?.from ?? '2022-01-01');
  return Temporal.PlainDate.from(day).subtract({ days: 60 }).toZonedDateTime('Europe/Berlin').toInstant();
}
