#!/usr/bin/env node
// Plain JavaScript that an older Node runs too: it hands over to the Node 26 that is installed with Plenum.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
// What lives briefly has 32 MB; see docs/decisions/0017.
const ROOM = ['--min-semi-space-size=32', '--max-semi-space-size=32'];
const program = new URL('../../dist/apps/plenum/src/main.js', import.meta.url);

if (major < 26) {
  handOver(installedNode());
} else if (existsSync(program)) {
  await import(program.href);
} else {
  fail('Plenum is not built yet: run `npm run build` first.');
}

function installedNode() {
  const names = { linux: 'node-linux', darwin: 'node-bin-darwin', win32: 'node-win' };
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const folder = `${names[process.platform]}-${process.arch}`;
  return fileURLToPath(new URL(`../../node_modules/${folder}/bin/${file}`, import.meta.url));
}

function handOver(node) {
  if (!existsSync(node)) {
    fail(
      `Plenum needs Node 26, this is ${process.version}: run \`npm ci\`, which brings it along, or install it.`,
    );
  }
  // The channel tells the other process to stop should this one be killed.
  const child = spawn(node, [...ROOM, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
