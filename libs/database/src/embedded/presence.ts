import { Client, DatabaseError } from 'pg';
import { NAME } from './cluster.js';
import { LockSession } from './lock-session.js';

/** Whoever uses the server shares this lock; whoever gets it alone is the last one and may stop it. */
export const PRESENCE = 'presence';

/** Joins those who use the server, which waits while somebody is about to stop it; makes the database on the first visit. */
export async function greet(url: string): Promise<LockSession> {
  const presence = await openOrCreate(url);
  try {
    await presence.share(PRESENCE);
    return presence;
  } catch (error) {
    await presence.close();
    throw error;
  }
}

async function openOrCreate(url: string): Promise<LockSession> {
  try {
    return await LockSession.open(url);
  } catch (error) {
    if (!isCode(error, '3D000')) throw error;
    await createDatabase(url);
    return LockSession.open(url);
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client(url.replace(/\w+$/, 'postgres'));
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${NAME}`);
  } catch (error) {
    // Another process was faster: it is finished (42P04) or about to be (23505).
    if (!isCode(error, '42P04') && !isCode(error, '23505')) throw error;
  } finally {
    await client.end();
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof DatabaseError && error.code === code;
