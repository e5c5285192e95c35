import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountService } from '#account';
import { Letterhead } from '#mail';
import { type House, openHouse } from '../../../test/builders/house.js';
import { MailServer, type TakenMail } from '../../mail/test/mail-server.js';
import { AssociationModule } from './association.module.js';
import { associationSchema } from './association.schema.js';
import { AssociationService } from './association.service.js';
import { SenderTestOver, SetupLinkOver } from './refusals.js';
import { SenderService } from './sender.service.js';
import { SetupService } from './setup.service.js';

let house: House;
let server: MailServer;
beforeEach(async () => {
  server = await MailServer.open();
  house = await openReal();
});
afterEach(async () => {
  await house.close();
  await server.close();
});

const openReal = (environment: Record<string, string> = {}) =>
  openHouse({
    environment: { PLENUM_MODE: 'live', SMTP_URL: server.url, ...environment },
    modules: [AssociationModule],
  });

const aPerson = { name: 'Alma Beispiel', email: 'alma@stadt.test' };

describe('The one-time link of the set-up', () => {
  it('opens the first account, once', async () => {
    const token = await newToken();
    await setup().assertLink(token);

    const { account } = await setup().firstAdministrator(token, aPerson);

    expect(account).toMatchObject({ email: 'alma@stadt.test', role: 'administrator' });
    await expect(setup().assertLink(token)).rejects.toThrow(SetupLinkOver);
    await expect(setup().firstAdministrator(token, { ...aPerson, email: 'b@stadt.test' })).rejects.toThrow(
      SetupLinkOver,
    );
    expect(await setup().issueLink()).toBeUndefined();
  });

  it('lets only one in when two open it at the same moment', async () => {
    const token = await newToken();
    const attempts = ['a@stadt.test', 'b@stadt.test', 'c@stadt.test'].map((email) =>
      setup().firstAdministrator(token, { ...aPerson, email }),
    );

    const settled = await Promise.allSettled(attempts);

    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await house.get(AccountService).count('administrator')).toBe(1);
  });

  it('ends with the next start, after seven days, and with an account that the command made', async () => {
    const first = await newToken();
    const second = await newToken();
    await expect(setup().assertLink(first)).rejects.toThrow(SetupLinkOver);
    await expect(setup().assertLink(`${second}x`)).rejects.toThrow(SetupLinkOver);

    house.clock.advance({ hours: 7 * 24 - 1 });
    await setup().assertLink(second);
    house.clock.advance({ hours: 1 });
    await expect(setup().assertLink(second)).rejects.toThrow(SetupLinkOver);

    const third = await newToken();
    await house.get(AccountService).create({ ...aPerson, role: 'organizer' });
    await expect(setup().assertLink(third)).rejects.toThrow(SetupLinkOver);
  });

  it('is kept as a hash only', async () => {
    const token = await newToken();

    const [row] = await house.manager.query('SELECT setup::text AS text FROM setup');

    expect(row.text).not.toContain(token);
  });

  it('does not exist in the demo', async () => {
    const demo = await openReal({ PLENUM_MODE: 'demo' });

    expect(await demo.get(SetupService).issueLink()).toBeUndefined();
    await demo.close();
  });
});

describe('The association', () => {
  it('is called by the settings’ sender until it is entered, and then by its own name', async () => {
    expect(association().current()).toMatchObject({ shortName: 'Geschäftsstelle', postal: [] });

    await describeIt();

    expect(association().current()).toMatchObject({
      shortName: 'Städtebund',
      name: { de: 'Bund der Städte e. V.' },
      postal: ['Rathausplatz 1', '12345 Musterstadt'],
      email: 'office@stadt.test',
    });
    expect(association().current().imprint).toBeUndefined();
  });

  it('changed by another process is known here after some seconds', async () => {
    await describeIt();
    await house.manager.query(`UPDATE association SET short_name = 'Anders'`);
    expect(association().current().shortName).toBe('Städtebund');

    house.clock.advance({ seconds: 5 });
    await eventually(() => association().current().shortName === 'Anders');
  });

  it('is the forum in the demo, whatever the tables say', async () => {
    await describeIt();
    const demo = await openReal({ PLENUM_MODE: 'demo' });

    expect(demo.get(AssociationService).current().shortName).toBe('DEFUS');
    await demo.close();
  });
});

describe('The sender of all mails', () => {
  it('counts once its test mail, which comes from it already, has been confirmed', async () => {
    await tryOut('neu@stadt.test');
    await house.deliverMail();
    const mail = server.taken[0]!;

    expect(mail.to).toBe('pruefung@anderswo.test');
    expect(mail.parsed.from?.text).toBe('"Städtebund" <neu@stadt.test>');
    expect(sender()).toBe('office@forum.test');

    await house.get(SenderService).confirm(tokenIn(mail));

    expect(sender()).toBe('neu@stadt.test');
    expect(association().current().sender).toEqual({ name: 'Städtebund', address: 'neu@stadt.test' });
  });

  it('cannot be confirmed by the link of an older test mail, nor by a made-up one', async () => {
    await tryOut('alt@stadt.test');
    await tryOut('neu@stadt.test');
    await house.deliverMail();
    const [older, newer] = ['alt@stadt.test', 'neu@stadt.test'].map((address) =>
      tokenIn(server.taken.find(({ parsed }) => parsed.from?.text.includes(address))!),
    );

    await expect(house.get(SenderService).confirm(older!)).rejects.toThrow(SenderTestOver);
    await expect(house.get(SenderService).confirm('x'.repeat(43))).rejects.toThrow(SenderTestOver);
    expect(sender()).toBe('office@forum.test');

    await house.get(SenderService).confirm(newer!);
    await house.get(SenderService).confirm(newer!);
    expect(sender()).toBe('neu@stadt.test');
    const deeds = await house.manager.query(`SELECT 1 FROM audit_entry WHERE action = 'sender.confirm'`);
    expect(deeds).toHaveLength(1);
  });

  it('stays in use while another is being tried', async () => {
    await tryOut('neu@stadt.test');
    await house.deliverMail();
    await house.get(SenderService).confirm(tokenIn(server.taken[0]!));

    await tryOut('neuer@stadt.test');

    expect(sender()).toBe('neu@stadt.test');
  });
});

const setup = () => house.get(SetupService);
const association = () => house.get(AssociationService);
const sender = () => house.get(Letterhead).sender.address;

async function newToken(): Promise<string> {
  const link = await setup().issueLink();
  return link!.url.split('/').at(-1)!;
}

function describeIt(): Promise<void> {
  const facts = associationSchema.parse({
    shortName: ' Städtebund ',
    name: { de: 'Bund der Städte e. V.', en: '', fr: '' },
    postal: 'Rathausplatz 1\r\n12345 Musterstadt\r\n',
    email: 'office@stadt.test',
    phone: '',
    imprint: { de: '', en: '', fr: '' },
    privacy: { de: 'Ein eigener Text.\n\n\n\nIn zwei Absätzen.', en: '', fr: '' },
  });
  return association().describe(facts, 'command');
}

const tryOut = (address: string) =>
  house
    .get(SenderService)
    .test(
      { name: 'Städtebund', address, to: 'pruefung@anderswo.test' },
      { actor: 'command', language: 'de', toName: 'Alma Beispiel' },
    );

function tokenIn({ parsed }: TakenMail): string {
  const token = /\/setup\/sender\/([A-Za-z0-9_-]{43})/.exec(parsed.text ?? '')?.[1];
  if (!token) throw new Error(`No link in: ${parsed.text}`);
  return token;
}

async function eventually(happened: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !happened(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(happened()).toBe(true);
}
