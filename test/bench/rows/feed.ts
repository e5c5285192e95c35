import { type Figure, median, whole } from '../figure.js';
import type { Bench } from '../installation.js';
import { gets } from '../load.js';

const POLLS = 20_000;

/** A feed that has not changed, against a GET that does nothing. */
export async function feed(bench: Bench, rounds: number): Promise<Figure[]> {
  // Every coding of a feed has its own ETag, and the polls below ask for none.
  const url = `${bench.product}/calendar.ics`;
  const first = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const unchanged = { 'if-none-match': first.headers.get('etag') ?? '' };
  const runs = [];
  for (let round = 0; round <= rounds; round++) {
    const polls = await gets(url, POLLS, unchanged, 304);
    const noOp = await gets(bench.bare, POLLS, {}, 200);
    // The first round only warms up.
    if (round > 0) runs.push({ polls: polls.rate, noOp: noOp.rate });
  }
  return [
    {
      name: 'feed unchanged (304) : no-op GET of the same stack',
      value: median(runs.map(({ polls, noOp }) => polls / noOp)),
      floor: 0.5,
      detail: runs.map(({ polls, noOp }) => `${whole(polls)} polls/s, ${whole(noOp)} no-op/s`).join('; '),
    },
  ];
}
