import type { FastifyReply, FastifyRequest } from 'fastify';
import { type MessageKey, Refusal } from '#language';

/** The form carries no token of this session: it was open for too long, or is not ours. */
export class FormExpired extends Refusal {
  readonly reason = 'forbidden';
  readonly key: MessageKey = 'office.formExpired';
}

/** Throws {@link FormExpired} unless the form that was sent is one of ours, made for this session. */
export async function assertOwnForm(request: FastifyRequest): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Of the reply the plugin uses nothing but this, to send its own error; we have a page for that.
    const reply = { send: () => reject(new FormExpired()) } as unknown as FastifyReply;
    request.server.csrfProtection(request, reply, resolve);
  });
}

/** A field of a form as typed, without blanks around it; empty where there is none. */
export function fieldOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
