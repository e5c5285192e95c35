import type { EntityManager } from 'typeorm';
import { pick, type Texts } from '#language';
import type { Event } from './event.entity.js';
import type { EventPlan } from './event-plan.js';
import { moved, type Sitting } from './moved.js';
import { freeSlug, slugOf } from './slug.js';

/** How a copy differs: its time, and what else is named. */
export interface CopyWish extends Sitting {
  title?: Texts;
  slug?: string;
}

/**
 * A draft of the same event at another time: texts, hosts, speakers, items, places and joining links are carried
 * over. What was said about a date still open is not: the copy has one.
 */
export function copyOf(event: Event, { starts, ends, title, slug }: CopyWish) {
  return {
    slug,
    status: 'draft',
    kind: event.kind,
    format: event.format ?? undefined,
    audience: event.audience,
    mainLanguage: event.mainLanguage,
    timeZone: event.timeZone,
    title: title ?? event.title,
    summary: event.summary,
    description: event.description,
    hosts: event.hosts,
    speakers: event.speakers,
    ourRole: event.ourRole ?? undefined,
    link: event.link ?? undefined,
    ...moved(event, { starts, ends }),
  } satisfies Omit<EventPlan, 'slug'> & { slug?: string };
}

/** An address that no event has, made of title and first day; nobody else gets it before the transaction ends. */
export async function freeSlugFor(
  plan: Pick<EventPlan, 'title' | 'kind' | 'mainLanguage' | 'dates' | 'announced'>,
  manager: EntityManager,
): Promise<string> {
  const main = plan.mainLanguage ?? 'de';
  const day = (plan.dates?.[0]?.starts ?? plan.announced?.from ?? '').slice(0, 10);
  const wanted = slugOf(pick(plan.title, main, main).text, day, plan.kind);
  // Two copies made at the same moment would find the same address free.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('event.slug'), hashtext($1))`, [wanted]);
  const taken: { slug: string }[] = await manager.query(
    `SELECT slug FROM event WHERE slug = $1 OR slug ~ ('^' || $1 || '-\\d+$')`,
    [wanted],
  );
  return freeSlug(wanted, new Set(taken.map(({ slug }) => slug)));
}
