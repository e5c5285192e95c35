import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, type Settings } from '#config';
import { DatabaseModule } from '#database';
import { DelegationModule } from '#delegation';
import { EventModule } from '#event';
import { InvitationModule } from '#invitation';
import { JobsModule } from '#jobs';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { DemoLoader } from './demo-loader.js';
import { TravellingClock } from './travelling-clock.js';

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
        DelegationModule,
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
