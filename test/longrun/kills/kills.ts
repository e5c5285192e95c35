import { setTimeout as pause } from 'node:timers/promises';
import { AGREEMENT, openInstallation } from '../../journeys/support/installation.js';
import type { Product } from '../../setup/product.js';
import { Dice } from '../dice.js';
import { Difference } from '../season/difference.js';
import { client, type Load } from './clients.js';
import { broken } from './promises.js';

const CLIENTS = 24;

/** What a run has seen. */
export interface Killed {
  registered: number;
  withdrawn: number;
  /** How often an answer was lost with a process, and the same was asked again. */
  repeated: number;
}

/**
 * Kills one of two processes under load so many times, and starts another in its place. Throws a {@link Difference}
 * where anything that anybody was told is not so.
 */
export async function killUnderLoad({ seed, kills }: { seed: number; kills: number }): Promise<Killed> {
  const installation = await openInstallation();
  const dice = new Dice(seed);
  try {
    const events = await Promise.all([30, 200, 1_000].map((online) => installation.plan({}, { online })));
    const start = () => installation.start({ roles: ['web', 'api'] });
    const products = await Promise.all([start(), start()]);
    const load: Load = { installation, products, events, dice, told: [], repeated: 0, over: false };
    const clients = Promise.all(Array.from({ length: CLIENTS }, () => client(load)));
    await Promise.race([clients, killAll(load, kills, start)]);
    load.over = true;
    await clients;

    const lines = await broken(load);
    const verdict = await installation.verify();
    if (verdict.code !== AGREEMENT.code) lines.push(`plenum verify: ${verdict.said}`);
    if (lines.length > 0) throw new Difference([`${lines.length} promises broken`, ...lines.slice(0, 12)]);
    const withdrawn = load.told.filter(({ leaving }) => leaving === 'told').length;
    return { registered: load.told.length, withdrawn, repeated: load.repeated };
  } finally {
    await installation.close();
  }
}

async function killAll(
  { products, dice }: Load,
  kills: number,
  start: () => Promise<Product>,
): Promise<void> {
  for (let killed = 0; killed < kills; killed += 1) {
    await pause(dice.between(100, 900));
    const which = dice.between(0, products.length - 1);
    await products[which]?.kill();
    products[which] = await start();
  }
  await pause(300);
}
