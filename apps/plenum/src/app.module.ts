import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { ConfigModule, type Settings } from '#config';
import { DatabaseModule } from '#database';
import { DelegationModule } from '#delegation';
import { InvitationModule } from '#invitation';
import { JobsModule } from '#jobs';
import { NoticeModule } from '#notice';
import { RegistrationModule } from '#registration';
import { ApiModule } from '../../api/src/api.module.js';
import { WebModule } from '../../web/src/web.module.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { HealthController } from './http/health.controller.js';
import { hasHttp, type Role } from './roles.js';

const APPS: Record<Role, Type> = { web: WebModule, api: ApiModule, worker: WorkerModule };

/** The rooms of the house, and the apps that this process runs on them. */
@Module({})
export class AppModule {
  /** Without roles: the rooms alone, for a command that does one thing. */
  static for(settings: Settings, databaseUrl: string, roles: readonly Role[]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule.at(databaseUrl),
        JobsModule.forRoot(),
        // A worker must be able to compose what any room has written, so every room is there in every process.
        AccountModule,
        AssociationModule,
        RegistrationModule,
        DelegationModule,
        InvitationModule,
        NoticeModule,
        ...roles.map((role) => APPS[role]),
      ],
      controllers: hasHttp(roles) ? [HealthController] : [],
    };
  }
}
