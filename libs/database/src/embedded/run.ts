import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedServerError } from './embedded-server-error.js';

/** How a program is run: in which folder, and (when we are root) as whom. */
export interface RunOptions {
  cwd: string;
  user?: { uid: number; gid: number } | undefined;
}

/** Runs a program to its end; an EmbeddedServerError carries the last line it complained with. */
export async function run(program: string, args: string[], { cwd, user }: RunOptions): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: environment(),
    // A session of its own: Ctrl-C in the terminal must reach neither initdb nor pg_ctl half-way.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) =>
      reject(new EmbeddedServerError(`${program} cannot run: ${error.message}`)),
    );
    child.once('exit', resolve);
  });
  // On Windows the server inherits the pipes of pg_ctl, so they may never close.
  await Promise.race([closed, delay(500, undefined, { ref: false })]);
  if (code !== 0) throw new EmbeddedServerError(lastLine(complaint) ?? `${program} ended with code ${code}`);
  return output;
}

/** No PG* variable of the caller may redirect the server, and none of our secrets may end up in its environment. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot', 'ComSpec'];
  const entries = kept.map((name) => [name, process.env[name]] as const).filter(([, value]) => value);
  return { ...Object.fromEntries(entries), LC_ALL: 'C', TZ: 'UTC' };
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1)?.trim() || undefined;
}
