import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openHouse } from '../builders/house.js';
import globalSetup from '../setup/global-setup.js';
import globalTeardown from '../setup/global-teardown.js';
import { killUnderLoad } from './kills/kills.js';
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
  await kill();
} catch (error) {
  if (!(error instanceof Difference)) throw error;
  process.stdout.write(error.describe());
  process.exitCode = 1;
} finally {
  await globalTeardown();
}

async function play(): Promise<void> {
  const [seed, requests] = [Number(values.seed), Number(values.requests)];
  say(`${requests} requests, seed ${seed}`);
  const house = await openHouse();
  try {
    const society = await Society.settleIn(house);
    const only = values.season === undefined ? undefined : Number(values.season);
    const every = values.every === undefined ? undefined : Number(values.every);
    const started = performance.now();
    let asked = 0;
    for (let season = only ?? 1; asked < requests; season += 1) {
      const size = Math.min(SEASON, requests - asked);
      asked += await playSeason(
        { house, society },
        { seed, season, requests: size, every, alone: values.alone },
      );
      const seconds = (performance.now() - started) / 1_000;
      say(`${asked} requests without a difference, ${Math.round(asked / seconds)} a second`);
      if (only !== undefined) break;
    }
  } finally {
    await house.close();
  }
}

async function kill(): Promise<void> {
  const kills = values.season === undefined ? Number(values.kills) : 0;
  if (kills === 0) return;
  const { registered, withdrawn, repeated } = await killUnderLoad({ seed: Number(values.seed), kills });
  say(
    `${kills} kills: ${registered} registered, ${withdrawn} withdrew, ${repeated} asked again; nothing is lost`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
