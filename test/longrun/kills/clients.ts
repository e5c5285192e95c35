import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Links } from '#account';
import { aPerson } from '../../builders/people.js';
import type { Installation } from '../../journeys/support/installation.js';
import { registerByApi } from '../../journeys/support/registering.js';
import { Visitor } from '../../journeys/support/visitor.js';
import type { Product } from '../../setup/product.js';
import type { Dice } from '../dice.js';

/** What somebody was told, and what they asked for since. */
export interface Told {
  eventId: string;
  email: string;
  status: string;
  /** They asked to withdraw; `told` once that was confirmed. */
  leaving?: 'asked' | 'told';
}

/** An answer that nobody may get; no answer at all is what kills are about. */
class WrongAnswer extends Error {}

/** Everything that clients work with. */
export interface Load {
  installation: Installation;
  /** The processes that run; one of them may be gone at any moment. */
  products: Product[];
  events: readonly { id: string; slug: string }[];
  dice: Dice;
  told: Told[];
  /** How often an answer was lost and the same was asked again. */
  repeated: number;
  over: boolean;
}

/** Registers and withdraws until the load is over; whoever gets no answer asks the same again. */
export async function client(load: Load): Promise<void> {
  while (!load.over) {
    if (load.dice.happens(0.25)) await leave(load);
    else await come(load);
  }
}

async function come(load: Load): Promise<void> {
  const event = load.dice.one(load.events);
  const person = aPerson(1, { email: `${randomUUID()}@stadt.test` });
  const key = randomUUID();
  const body = await insist(load, async ({ url }) => {
    const answer = await registerByApi(url, event.slug, person, { 'Idempotency-Key': key });
    if (answer.status < 500 && answer.status !== 201) throw new WrongAnswer(JSON.stringify(answer));
    return answer.status === 201 ? answer.body : undefined;
  });
  load.told.push({ eventId: event.id, email: person.email, status: String(body.status) });
}

async function leave(load: Load): Promise<void> {
  const { installation, dice, told } = load;
  const staying = told.slice(-400).filter(({ leaving }) => !leaving);
  if (staying.length === 0) return;
  const one = dice.one(staying);
  one.leaving = 'asked';
  const [row] = await installation.query<{ id: string }>(
    'SELECT id FROM registration WHERE event_id = $1 AND email = $2',
    [one.eventId, one.email],
  );
  // Whoever was told and is not there is found at the end.
  if (!row) return;
  const token = installation.house.get(Links).token('registration', row.id);
  await insist(load, async ({ url }) => {
    const { status } = await new Visitor(url).send(`/registrations/${token}/withdraw`, { method: 'POST' });
    return status === 303 || undefined;
  });
  one.leaving = 'told';
}

// At one process or the other, until there is an answer.
async function insist<T>(load: Load, ask: (product: Product) => Promise<T | undefined>): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    const answer = await ask(load.dice.one(load.products)).catch((error) => {
      if (error instanceof WrongAnswer) throw error;
      return undefined;
    });
    if (answer !== undefined) return answer;
    if (tried > 600) throw new Error('No process answers any more');
    load.repeated += 1;
    await pause(50);
  }
}
