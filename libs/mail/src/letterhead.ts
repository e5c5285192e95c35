import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';
import { type Language, translator } from '#language';
import type { Footer, Sender } from './letter.js';

/** Who writes: the sender of every mail, and what stands below every letter. */
@Injectable()
export class Letterhead {
  private ask: () => Sender;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.ask = () => settings.mailFrom;
  }

  /** Lets the room that knows the association say who writes; until then it is who the settings name. */
  signAs(sender: () => Sender): void {
    this.ask = sender;
  }

  /** The From of every mail; an appointment's ORGANIZER must be the same. */
  get sender(): Sender {
    return this.ask();
  }

  /** Address that links in letters begin with, without a trailing slash. */
  get publicUrl(): string {
    return this.settings.publicUrl;
  }

  /** Right side of our Message-IDs: the sender's domain, or where that is only this machine, the public host. */
  get domain(): string {
    const domain = this.sender.address.split('@').at(-1) ?? '';
    return domain.includes('.') ? domain : new URL(this.publicUrl).hostname;
  }

  footer(language: Language): Footer {
    const say = translator(language);
    const page = (name: string) => `${this.publicUrl}/${name}?lang=${language}`;
    return {
      lines: [say('mail.closing'), this.sender.name, '', say('mail.automatic')],
      links: [
        { label: say('mail.imprint'), url: page('imprint') },
        { label: say('mail.privacy'), url: page('privacy') },
      ],
    };
  }
}
