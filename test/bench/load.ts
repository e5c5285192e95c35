import autocannon from 'autocannon';

const CLIENTS = 64;

/** What a load of requests was answered like. */
export interface Answered {
  /** Answers per second until the last. */
  rate: number;
  /** Milliseconds within which half of the answers came, and all but one in a hundred. */
  p50: number;
  p99: number;
}

/** Sends so many bodies by 64 clients at once; throws unless every one is answered with 201. */
export function posts(urlOf: () => string, amount: number, bodyOf: () => object): Promise<Answered> {
  const setupRequest = (request: autocannon.Request) => {
    const { pathname } = new URL(urlOf());
    return { ...request, path: pathname, body: JSON.stringify(bodyOf()) };
  };
  const requests = [
    { method: 'POST' as const, headers: { 'content-type': 'application/json' }, setupRequest },
  ];
  return answered({ url: new URL(urlOf()).origin, amount, requests }, 201);
}

/** Sends so many requests of one sort by 64 clients at once. */
export const gets = (url: string, amount: number, headers: Record<string, string>, status: number) =>
  answered({ url, amount, headers }, status);

async function answered(load: autocannon.Options & { amount: number }, status: number): Promise<Answered> {
  const times: number[] = [];
  const start = performance.now();
  let end = start;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ ...load, connections: CLIENTS }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    // Its own clock ticks once a second.
    run.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (times.length === load.amount) end = performance.now();
    });
  });
  const good = result.statusCodeStats?.[`${status}`]?.count ?? 0;
  if (good !== load.amount) {
    const stats = JSON.stringify(result.statusCodeStats);
    throw new Error(`${load.url}: not all of ${load.amount} answers were ${status}: ${stats}`);
  }
  times.sort((a, b) => a - b);
  const within = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: load.amount / ((end - start) / 1_000), p50: within(0.5), p99: within(0.99) };
}
