import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FeedText, FeedVersion, PersonalFeed } from '#calendar';
import { type Coding, codingOf, encode } from '../http/coding.js';
import { isUnchanged, toHttpDate, type Validators } from '../http/unchanged.js';

/** A feed to answer with; the text is only asked for if the client does not have it. */
export interface Sending {
  version: FeedVersion;
  /** What tells this feed from others of the same version; safe inside an ETag. */
  choice: string;
  text: () => Promise<FeedText>;
}

/** Answers a poll of a public feed: with 304 if nothing has changed, else with the feed in the coding that the client likes best. */
export async function sendFeed(
  { version, choice, text }: Sending,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const coding = codingOf(request.headers['accept-encoding']);
  const validators = { etag: `"${version.name}.${choice}.${coding}"`, lastModified: version.changedAt };
  reply
    .header('last-modified', dateOf(version))
    .header('cache-control', 'public, max-age=60, must-revalidate');
  await answer({ validators, coding, text }, request, reply);
}

/**
 * Answers a poll of a secret feed, which no shared cache may keep. It has no date of its own: who withdraws takes
 * the latest change along, so that only the tag tells.
 */
export async function sendPersonalFeed(
  { version, text }: PersonalFeed,
  language: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const coding = codingOf(request.headers['accept-encoding']);
  const validators = { etag: `"${version}.${language}.${coding}"` };
  reply.header('cache-control', 'private, max-age=60, must-revalidate');
  await answer({ validators, coding, text: async () => text() }, request, reply);
}

interface Answering {
  validators: Validators;
  coding: Coding;
  text: () => Promise<FeedText>;
}

async function answer(
  { validators, coding, text }: Answering,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const body = isUnchanged(headers, validators) ? undefined : await encoded(await text(), coding);
  reply.header('etag', validators.etag).header('vary', 'accept-encoding');
  if (!body) {
    reply.code(304).send();
    return;
  }
  if (coding !== 'identity') reply.header('content-encoding', coding);
  reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('x-content-type-options', 'nosniff')
    .send(body);
}

const dates = new WeakMap<FeedVersion, string>();

// Said to every poll, and the same until something changes.
const dateOf = (version: FeedVersion): string =>
  dates.getOrInsertComputed(version, () => toHttpDate(version.changedAt));

const encodings = new WeakMap<FeedText, Map<Coding, Promise<Buffer>>>();

// Kept as long as the text itself is.
function encoded(feed: FeedText, coding: Coding): Promise<Buffer> {
  const made = encodings.getOrInsertComputed(feed, () => new Map());
  return made.getOrInsertComputed(coding, () => encode(feed.text, coding));
}
