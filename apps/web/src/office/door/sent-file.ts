import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LARGEST_SHEET, type SentFile } from '#member';
import { OFFICE } from './office-address.js';
import { SignInNeeded } from './sign-in-needed.js';

/** Largest form with a file that is taken, in bytes: the file, and some room. */
export const LARGEST_FILE_FORM = LARGEST_SHEET + 64 * 1024;

const TYPE = 'multipart/form-data';

/** Whether a request is a form with a file. */
export const carriesFile = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.toLowerCase().startsWith(TYPE) ?? false;

/**
 * Has the office take forms with files; everybody else's are refused unread. In the body a file is a {@link SentFile},
 * everything else the text it is.
 */
export function takeFiles(server: FastifyInstance): void {
  server.addContentTypeParser<Buffer>(
    TYPE,
    { parseAs: 'buffer', bodyLimit: LARGEST_FILE_FORM },
    async (request: FastifyRequest, body: Buffer) => {
      if (!request.url.startsWith(OFFICE)) throw new UnsupportedMediaTypeException();
      if (!request.session?.accountId) throw new SignInNeeded();
      return fieldsOf(request.headers['content-type'] ?? '', body);
    },
  );
}

/** A file of a form; undefined where none was chosen. */
export function fileOf(body: unknown, name: string): SentFile | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  const file = value as SentFile | undefined;
  return Buffer.isBuffer(file?.content) && file.content.length > 0 ? file : undefined;
}

// The platform reads forms by itself: what a browser sends is a Response's body as well.
async function fieldsOf(type: string, body: Buffer): Promise<Record<string, string | SentFile>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw Object.assign(new Error('Unreadable form'), { statusCode: 400 });
    });
  const fields = [...form].map(async ([name, value]): Promise<[string, string | SentFile]> => {
    if (typeof value === 'string') return [name, value];
    return [name, { name: value.name, content: Buffer.from(await value.arrayBuffer()) }];
  });
  return Object.fromEntries(await Promise.all(fields));
}
