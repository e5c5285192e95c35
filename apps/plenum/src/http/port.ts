import { createServer } from 'node:net';
import type { Settings } from '#config';
import { reasonOf, Trouble } from '../trouble.js';

/**
 * Looks whether the port can be opened, before anything is written, and returns the settings with a real port
 * in the place of 0. Throws {@link Trouble}.
 */
export async function withOpenPort(settings: Settings): Promise<Settings> {
  const port = await tryPort(settings).catch((error) => {
    throw portTrouble(error, settings);
  });
  const guessed = `http://localhost:${settings.port}`;
  const publicUrl = settings.publicUrl === guessed ? `http://localhost:${port}` : settings.publicUrl;
  return { ...settings, port, publicUrl };
}

/** Why the port cannot be opened, in words that help. */
export function portTrouble(error: NodeJS.ErrnoException, { host, port }: Settings): Trouble {
  if (error.code === 'EADDRINUSE') {
    return new Trouble(`PORT: ${port} is in use by another program: stop that one or choose another PORT.`);
  }
  if (error.code === 'EACCES') {
    return new Trouble(`PORT: ${port} may not be opened by this user: choose one above 1023.`);
  }
  return new Trouble(`HOST: cannot listen on ${host}:${port}: ${reasonOf(error)}`);
}

function tryPort({ host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const { port: opened } = server.address() as { port: number };
      server.close(() => resolve(opened));
    });
  });
}
