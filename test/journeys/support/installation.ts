import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#config';
import type { EventPlan } from '#event';
import type { SeatPlan } from '#registration';
import { MailServer, type TakenMail } from '../../../libs/mail/test/mail-server.js';
import { planEvent } from '../../builders/events.js';
import { type House, openHouse } from '../../builders/house.js';
import { type Product, type ProductOptions, startProduct } from '../../setup/product.js';

/** How `plenum verify` ended, and what it said. */
interface Verdict {
  code: number | null;
  said: string;
}

/** The verdict on a database where everything that is counted along is right. */
export const AGREEMENT: Verdict = { code: 0, said: 'Seats, waiting lists and messages agree.\n' };

/** One database, one mail server, and the built product in as many processes as a test starts. */
export interface Installation {
  house: House;
  mail: MailServer;
  /** Starts one more process of the product, with a home of its own. */
  start(options?: ProductOptions): Promise<Product>;
  /** Puts an event into the programme: in three weeks, online and open for everyone unless said otherwise. */
  plan(changes?: Partial<EventPlan>, seats?: SeatPlan): Promise<{ id: string; slug: string }>;
  query<T = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<T[]>;
  /** The mails that an address got, oldest first; waits a little until there are as many as expected. */
  mailsTo(address: string, expected?: number): Promise<TakenMail[]>;
  /** What `plenum verify` says of this database. */
  verify(): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens an installation without processes; the house in it plans events and looks at rows. */
export async function openInstallation(): Promise<Installation> {
  const [house, mail] = await Promise.all([openHouse(), MailServer.open()]);
  house.clock.set(Temporal.Now.instant().toString());
  const products: Product[] = [];
  return {
    house,
    mail,
    async start({ environment, roles } = {}) {
      const product = await startProduct({ roles, environment: { ...shared(house, mail), ...environment } });
      products.push(product);
      return product;
    },
    plan: (changes = {}, seats = {}) => planEvent(house, { dates: [inWeeks(3)], ...changes }, seats),
    query: (statement, values) => house.manager.query(statement, values),
    async mailsTo(address, expected = 0) {
      // A mail server's name has no letter case, and not every program keeps it.
      const got = () => mail.taken.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
      await until(() => got().length >= expected);
      return got();
    },
    verify: () => verify({ PLENUM_HOME: house.settings.home, DATABASE_URL: house.databaseUrl }),
    async close() {
      await Promise.all(products.map((product) => product.stop()));
      await house.close();
      await mail.close();
    },
  };
}

/** Recounts the installation of these settings by the command. */
export async function verify(settings: Record<string, string>): Promise<Verdict> {
  const bin = join(projectRoot, 'apps/plenum/bin.mjs');
  // A folder without .env, so that only these settings count.
  const child = spawn(process.execPath, [bin, 'verify'], {
    cwd: settings.PLENUM_HOME,
    env: { PATH: process.env.PATH, ...settings },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (words) => {
      said += words;
    });
  }
  const [code] = await once(child, 'close');
  return { code, said };
}

/** A date from 10 to 12 o'clock, so many weeks from today. */
export function inWeeks(weeks: number) {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ weeks });
  return { starts: `${day}T10:00`, ends: `${day}T12:00`, joiningLink: 'https://meet.forum.test/plaetze' };
}

/** Waits until it is so, for at most so many seconds; answers whether it is. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds = 10): Promise<boolean> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

// Live, so that nobody is there but whom a test invites; the processes sign links with one key.
const shared = (house: House, mail: MailServer) => ({
  PLENUM_MODE: 'live',
  DATABASE_URL: house.databaseUrl,
  SMTP_URL: mail.url,
  SECRET_KEY: house.settings.secretKeys.join(','),
  MAIL_FROM: 'Geschäftsstelle <office@forum.test>',
  LOG_LEVEL: 'error',
});
