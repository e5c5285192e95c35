import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openHouse } from '../builders/house.js';
import globalSetup from '../setup/global-setup.js';
import globalTeardown from '../setup/global-teardown.js';
import { Difference } from './season/difference.js';
import { playSeason } from './season/season.js';
import { Society } from './season/society.js';

/** Requests of one season; small enough to be played again quickly. */
const SEASON = 4_000;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    season: { type: 'string' },
    every: { type: 'string' },
    alone: { type: 'boolean' },
    kills: { type: 'string', default: '50' },
  },
});

await globalSetup();
try {
  await play();
} finally {
  await globalTeardown();
}

async function play(): Promise<void> {
  const seed = Number(values.seed);
  const requests = Number(values.requests);
  process.stdout.write(`${requests} requests, seed ${seed}\n`);
  const house = await openHouse();
  try {
    const society = await Society.settleIn(house);
    const only = values.season === undefined ? undefined : Number(values.season);
    const started = performance.now();
    let asked = 0;
    for (let season = only ?? 1; asked < requests; season += 1) {
      const wish = { seed, season, requests: Math.min(SEASON, requests - asked), alone: values.alone };
      asked += await playSeason(
        { house, society },
        { ...wish, every: values.every ? Number(values.every) : undefined },
      );
      const seconds = (performance.now() - started) / 1_000;
      process.stdout.write(`${asked} requests agree, ${Math.round(asked / seconds)} a second\n`);
      if (only !== undefined) break;
    }
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    process.stdout.write(error.describe());
    process.exitCode = 1;
  } finally {
    await house.close();
  }
}
