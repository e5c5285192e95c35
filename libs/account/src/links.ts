import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRET_KEYS } from './secret-keys.js';

/** What a link opens; part of what is signed, so that one kind of link never opens another. */
export type LinkPurpose = 'registration' | 'copy' | 'submission' | 'invitation' | 'my' | 'feed' | 'sender';

/**
 * Secret links that need no storage: an id, and under the secret key an HMAC over purpose, id and a generation
 * number. Such a link can be said again at any time; raising the row's generation revokes all earlier ones.
 */
@Injectable()
export class Links {
  constructor(@Inject(SECRET_KEYS) private readonly keys: readonly string[]) {}

  /** The token of a row: 43 characters that fit into a URL. `id` is a UUID. */
  token(purpose: LinkPurpose, id: string, generation = 0): string {
    return Buffer.concat([bytesOf(id), this.mac(this.keys[0] ?? '', purpose, id, generation)]).toString(
      'base64url',
    );
  }

  /** The id that a token speaks of, unproven: load the row by it, then ask {@link opens}. */
  idOf(token: string): string | undefined {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
    const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** Whether the token was made for exactly this row and generation, under any key still accepted. */
  opens(token: string, purpose: LinkPurpose, id: string, generation = 0): boolean {
    if (this.idOf(token) !== id) return false;
    const given = Buffer.from(token, 'base64url').subarray(16);
    return this.keys.some((key) => timingSafeEqual(given, this.mac(key, purpose, id, generation)));
  }

  private mac(key: string, purpose: LinkPurpose, id: string, generation: number): Buffer {
    return createHmac('sha256', key).update(`${purpose}\n${id}\n${generation}`).digest().subarray(0, 16);
  }
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
