import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

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
  const { origin } = new URL(urlOf());
  const request = () => {
    const body = JSON.stringify(bodyOf());
    const path = urlOf().slice(origin.length);
    const headers = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    return `POST ${path} HTTP/1.1\r\nhost: bench\r\n${headers}\r\n${body}`;
  };
  return load(origin, amount, request, 201);
}

/** Sends so many requests of one sort by 64 clients at once. */
export function gets(url: string, amount: number, headers: Record<string, string>, status: number) {
  const { origin, pathname } = new URL(url);
  const lines = Object.entries({ host: 'bench', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return load(origin, amount, () => request, status);
}

// Each client asks again as soon as it is answered. They share the machine with what they measure, and a client for
// any answer of any server costs as much as a fifth of the answer.
async function load(
  origin: string,
  amount: number,
  request: () => string,
  status: number,
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  const times: number[] = [];
  let left = amount;
  const client = async () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    const next = answersOf(socket);
    while (left-- > 0) {
      const asked = performance.now();
      socket.write(request());
      const answer = await next();
      if (!answer.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`${origin}: ${answer}`);
      times.push(performance.now() - asked);
    }
    socket.destroy();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - start) / 1_000;
  times.sort((a, b) => a - b);
  const within = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: amount / seconds, p50: within(0.5), p99: within(0.99) };
}

/** Waits for the next answer that comes in whole, as our servers write it: with a length, or without a body. */
function answersOf(socket: Socket): () => Promise<string> {
  let text = '';
  let settle: { resolve(answer: string): void; reject(error: Error): void } | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0;
    if (text.length < head + 4 + Number(length)) return;
    const answer = text;
    text = '';
    settle?.resolve(answer);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('The connection was closed')));
  return () =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
}
