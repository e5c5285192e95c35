import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FormChanges, limitsOf } from '#form';
import { DeskRulesService } from './desk-rules.service.js';

/** Has the desk count the limited choices of every form, from the transaction on that saves it. */
@Injectable()
export class OptionLimits implements OnModuleInit {
  constructor(
    private readonly forms: FormChanges,
    private readonly rules: DeskRulesService,
  ) {}

  onModuleInit(): void {
    this.forms.follow((form, manager) => this.rules.syncOptions(form.eventId, limitsOf(form), manager));
  }
}
