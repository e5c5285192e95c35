import { env } from 'node:process';
import type { Settings } from '#config';
import { claimInstallation, OtherInstallation } from '#database';
import { settingsOf } from './environment.js';
import { migrateAll } from './migrate-all.js';
import { openDatabase } from './open-database.js';

/** Brings the database up to date and marks or checks its mode; throws OtherInstallation. */
export async function settle(settings: Settings, url: string): Promise<void> {
  await migrateAll(url);
  await claimInstallation(url, settings.mode);
}

/**
 * Opens this installation for one piece of work and closes it again. Where nobody said PLENUM_MODE, the
 * database knows, and the work gets the settings of that mode.
 */
export async function inInstallation<T>(
  asked: Settings,
  work: (settings: Settings, databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { url, close } = await openDatabase(asked);
  try {
    return await work(await settled(asked, url), url);
  } finally {
    await close();
  }
}

async function settled(asked: Settings, url: string): Promise<Settings> {
  try {
    await settle(asked, url);
    return asked;
  } catch (error) {
    if (!(error instanceof OtherInstallation) || env.PLENUM_MODE) throw error;
    return settingsOf({ mode: error.found });
  }
}
