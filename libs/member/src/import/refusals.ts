import { type MessageKey, type MessageValues, Refusal } from '#language';

/** The file is neither CSV nor XLSX, is empty or damaged. */
export class FileUnreadable extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'import.unreadable';
}

/** More lines than an import takes. */
export class TooManyLines extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'import.tooMany';
  override readonly values: MessageValues;

  constructor(max: number) {
    super();
    this.values = { max };
  }
}

/** The preview is gone: it is kept for a day. */
export class PreviewUnknown extends Refusal {
  readonly reason = 'gone';
  readonly key: MessageKey = 'import.preview.unknown';
}

/** The directory has changed since the preview, so that the file would now be wrong. */
export class PreviewStale extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'import.preview.stale';
}
