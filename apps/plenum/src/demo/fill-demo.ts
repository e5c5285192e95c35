import { type Settings, SystemClock } from '#config';
import { loadDemoOnce } from '#database';
import { loadDemo } from './load-demo.js';

/** Has the demo's programme and people in the database, by one process alone; `anew` begins it again. */
export function fillDemo(settings: Settings, databaseUrl: string, { anew = false } = {}): Promise<boolean> {
  const today = new SystemClock().now().toZonedDateTimeISO('Europe/Berlin');
  return loadDemoOnce(databaseUrl, () => loadDemo(settings, databaseUrl, today), { anew });
}
