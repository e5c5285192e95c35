import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '#config';
import { Refusal } from '#language';
import { accountOf } from '../office/door/office.guard.js';
import { OfficeController } from '../office/door/office-controller.js';
import { PageUnknown } from '../office/door/page-unknown.js';

/** An organizer asked for something that only administrators may do. */
export class AdministratorsOnly extends Refusal {
  readonly reason = 'forbidden';
  readonly key = 'error.administratorsOnly';
}

/** Lets administrators of a real installation in; the demo has no set-up. */
@Injectable()
export class SetupGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.settings.mode === 'demo') throw new PageUnknown();
    const account = accountOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (account.role !== 'administrator') throw new AdministratorsOnly();
    return true;
  }
}

/** Where the set-up goes on behind the sign-in. */
export const SETUP = '/office/setup';

/** A controller of pages of the set-up, behind the office's door. */
export const SetupController = (path = ''): ClassDecorator =>
  applyDecorators(OfficeController(path ? `setup/${path}` : 'setup'), UseGuards(SetupGuard));
