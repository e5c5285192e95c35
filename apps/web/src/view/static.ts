import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AssetName, assetBase, assets, assetUrl, fontFolder } from './assets.js';
import { type Coding, codingOf } from './coding.js';

/** Serves everything under /assets/: styles, scripts and the icon from memory and compressed, fonts from disk. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  for (const name of Object.keys(assets) as AssetName[]) {
    server.get(assetUrl(name), (request, reply) => send(name, request, reply));
  }
  await server.register(fastifyStatic, {
    root: fontFolder,
    prefix: `${assetBase}/fonts/`,
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '365d',
  });
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function send(name: AssetName, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const coding = codingOf(request.headers['accept-encoding']);
  reply
    .type(TYPES[extname(name)] ?? 'application/octet-stream')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding');
  if (coding !== 'identity') reply.header('content-encoding', coding);
  return reply.send(await encoded(name, coding));
}

const encodings = new Map<string, Promise<Buffer>>();

// KERN's stylesheet is 340 KB plain and 20 KB compressed; each coding is made once, when it is first asked for.
function encoded(name: AssetName, coding: Coding): Promise<Buffer> {
  const key = `${coding} ${name}`;
  let buffer = encodings.get(key);
  if (!buffer) {
    buffer = encode(assets[name], coding);
    encodings.set(key, buffer);
  }
  return buffer;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

async function encode(content: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'br') return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  if (coding === 'gzip') return gzipped(content, { level: 9 });
  return content;
}
