import 'reflect-metadata';
import { openBench } from './installation.js';
import { feedRow, hotEventRow } from './rows.js';

/**
 * Prints each figure as a ratio against a bare baseline of the same run, so that it means the same on every
 * machine; exits with 1 if one falls below its floor. `--rounds 5` repeats more often, the median counts.
 */
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 3;

const bench = await openBench();
try {
  let missed = 0;
  for (const row of [hotEventRow, feedRow]) {
    for (const { name, value, floor, detail } of await row(bench, rounds)) {
      const short = floor !== undefined && value < floor;
      if (short) missed += 1;
      const verdict = floor === undefined ? '' : short ? `  BELOW ${floor}` : `  (at least ${floor})`;
      process.stdout.write(`${name.padEnd(62)} ${value.toFixed(2)}${verdict}\n    ${detail}\n`);
    }
  }
  process.exitCode = missed > 0 ? 1 : 0;
} finally {
  await bench.close();
}
