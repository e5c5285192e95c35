import { type MessageKey, Refusal } from '#language';

/** Something about the wish is wrong; `field` says where. */
export abstract class WishMistaken extends Refusal {
  readonly reason = 'invalid';
  abstract readonly field: 'text' | 'day' | 'until' | 'joiningLink';
}

/** "Something has changed" without a word of what is no help to anybody. */
export class TextMissing extends WishMistaken {
  readonly field = 'text';
  readonly key = 'notice.error.text';
}

export class TimeIsOver extends WishMistaken {
  readonly field = 'day';
  readonly key = 'planning.day.past';
}

export class EndBeforeStart extends WishMistaken {
  readonly field = 'until';
  readonly key = 'planning.until.before';
}

/** All is as it was: there is nothing to tell. */
export class NothingChanges extends WishMistaken {
  readonly key = 'notice.error.unchanged';

  constructor(readonly field: 'day' | 'joiningLink') {
    super();
  }
}

/** This can no longer happen to the event, or never could. */
export class NotPossible extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'notice.error.impossible';
}

/** Somebody has changed the event since the preview: what it showed is not what would be sent. */
export class EventChanged extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'notice.error.changed';
}

/** There is no such notice, or it was for others. */
export class NoticeUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'notice.error.unknown';
}
