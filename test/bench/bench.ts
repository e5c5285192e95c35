import 'reflect-metadata';
import type { Figure } from './figure.js';
import { openBench } from './installation.js';
import { feed } from './rows/feed.js';
import { hotEvent } from './rows/hot-event.js';
import { manyEvents } from './rows/many-events.js';
import { release } from './rows/release.js';

/**
 * Prints each figure as a ratio against a bare baseline of the same run, so that it means the same on every
 * machine; exits with 1 if one falls short. `--rounds 9` repeats more often, the median counts; `--only feed` takes
 * one row.
 */
const rounds = Number(given('--rounds')) || 5;
const only = given('--only');
const rows = Object.entries({ hotEvent, manyEvents, release, feed }).filter(
  ([name]) => !only || name === only,
);

/** What the product's heap may grow by during one row, in MiB. */
const MOST_GROWTH = 64;

const told = [...(await ratios()), ...(await growths())];
process.exitCode = told.every(Boolean) ? 0 : 1;

/** What the rows measure; whether each figure is as it should be. */
async function ratios(): Promise<boolean[]> {
  const bench = await openBench();
  const fine: boolean[] = [];
  try {
    for (const [, row] of rows) for (const figure of await row(bench, rounds)) fine.push(report(figure));
  } finally {
    await bench.close();
  }
  return fine;
}

/**
 * What stays in the product's heap after a round of each row, in a process of its own: an engine that is made to
 * collect takes memory for short, and collects four times as often for the rest of its life.
 */
async function growths(): Promise<boolean[]> {
  const bench = await openBench();
  const fine: boolean[] = [];
  try {
    for (const [name, row] of rows) {
      const before = await bench.heap();
      await row(bench, 1);
      const value = (await bench.heap()) - before;
      const detail = 'MiB after garbage collection';
      fine.push(
        report({ name: `heap of the product grown during ${name}`, value, most: MOST_GROWTH, detail }),
      );
    }
  } finally {
    await bench.close();
  }
  return fine;
}

function report({ name, value, floor, most, detail }: Figure): boolean {
  const short = (floor !== undefined && value < floor) || (most !== undefined && value > most);
  const bound = floor !== undefined ? `at least ${floor}` : most !== undefined ? `at most ${most}` : '';
  const verdict = short ? `  MISSED: ${bound}` : bound && `  (${bound})`;
  process.stdout.write(`${name.padEnd(76)} ${value.toFixed(2)}${verdict}\n    ${detail}\n`);
  return !short;
}

function given(option: string): string | undefined {
  const at = process.argv.indexOf(option);
  return at < 0 ? undefined : process.argv[at + 1];
}
