import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readSettings } from '#config';
import { Trouble } from '../trouble.js';
import { withOpenPort } from './port.js';

let other: Server | undefined;

afterEach(() => {
  other?.close();
});

describe('the port', () => {
  it('is any free one for 0, and the public address follows', async () => {
    const settings = await withOpenPort(readSettings({ PORT: '0' }));

    expect(settings.port).toBeGreaterThan(1023);
    expect(settings.publicUrl).toBe(`http://localhost:${settings.port}`);
  });

  it('does not change a public address that was given', async () => {
    const settings = await withOpenPort(
      readSettings({ PORT: '0', PUBLIC_URL: 'https://events.example.org/' }),
    );

    expect(settings.publicUrl).toBe('https://events.example.org');
  });

  it('that another program uses is refused in one line', async () => {
    const port = await occupied();

    const attempt = withOpenPort(readSettings({ PORT: String(port) }));

    await expect(attempt).rejects.toThrow(Trouble);
    await expect(attempt).rejects.toThrow(`PORT: ${port} is in use by another program`);
  });
});

async function occupied(): Promise<number> {
  other = createServer().listen({ port: 0, host: 'localhost' });
  await once(other, 'listening');
  return (other.address() as { port: number }).port;
}
