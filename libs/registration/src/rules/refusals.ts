import { type FieldError, type MessageKey, type MessageValues, Refusal } from '#language';

/** The rules contradict themselves, the event's dates or its seats; `errors` says where, by the input's fields. */
export class RulesContradict extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'rules.contradict';

  constructor(readonly errors: readonly FieldError[]) {
    super();
  }
}

/** Nothing keeps a member's delegate out of an assembly: no limit, line, contingent or approval (rule A6). */
export class RulesOfAssembly extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'rules.assembly';
}

/** People have chosen this session, so it cannot stop being one. */
export class SessionChosen extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'rules.session.chosen';
  override readonly values: MessageValues;

  constructor(people: number) {
    super();
    this.values = { people };
  }
}
