import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  const { server, home } = (
    globalThis as unknown as { plenumTestServer: { server: { stop(): Promise<void> }; home: string } }
  ).plenumTestServer;
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
