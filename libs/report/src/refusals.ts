import { type MessageKey, type MessageValues, Refusal } from '#language';

/** A point of the programme that people have chosen, or still can, is not taken off it. */
export class ItemChosen extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'planning.items.chosen';
  override readonly values: MessageValues;

  constructor(title: string, people: number) {
    super();
    this.values = { title, people };
  }
}
