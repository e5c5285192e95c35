import { randomUUID } from 'node:crypto';
import { it } from '@jest/globals';
import { ProgrammeService } from '#event';
import { FormService } from '#form';
import { DeskRulesService, ListImport } from '#registration';
import { accessibilityFaults } from '../../../../../test/browser/accessibility.js';
import { openChromium } from '../../../../../test/browser/chromium.js';
import { planEvent } from '../../../../../test/builders/events.js';
import { aPerson, register } from '../../../../../test/builders/people.js';
import { openOffice } from '../../../test/open-office.js';

it('looks', async () => {
  const office = await openOffice();
  const browser = await office.signedIn();
  await office.server.listen({ port: 34567, host: '127.0.0.1' });
  const items = [
    { title: { de: 'Rundgang durch die Altstadt' }, starts: '2027-01-25T10:00', ends: '2027-01-25T11:00' },
    { title: { de: 'Vortrag' }, starts: '2027-01-25T11:00', ends: '2027-01-25T12:00' },
  ];
  const { id, slug } = await planEvent(office, { items, format: 'hybrid' }, { onsite: 2, online: 1 });
  const event = await office.get(ProgrammeService).byId(id);
  await office.get(DeskRulesService).saveSessions(
    id,
    event.items.map((i) => ({ itemId: i.id, capacity: 2 })),
    'account:1',
  );
  const q = (label: string, sensitive: boolean) => ({
    id: randomUUID(),
    kind: 'short' as const,
    label: { de: label },
    help: {},
    required: false,
    sensitive,
    options: [],
    shownWhen: null,
    least: null,
    most: null,
  });
  const form = await office.get(FormService).save(
    id,
    {
      version: null,
      questions: [q('Ihr Amt', false), q('Kost', true)],
      consents: [{ purpose: 'photo', text: { de: 'Fotos dürfen veröffentlicht werden.' } }],
    },
    'account:1',
  );
  const [a, b] = form.questions.map((x) => x.id) as [string, string];
  const one = await register(
    office,
    slug,
    aPerson(1, {
      attendance: 'onsite',
      sessions: [event.items[0]!.id],
      answers: { [a]: 'Stadtplanungsamt', [b]: 'vegan' },
      consents: { [form.consents[0]!.id]: true },
    }),
  );
  await register(
    office,
    slug,
    aPerson(2, {
      attendance: 'onsite',
      firstName: 'Alma',
      lastName: 'Beispiel 1',
      email: 'alma@privat.test',
    }),
  );
  await register(
    office,
    slug,
    aPerson(3, { attendance: 'online', organization: 'Eine sehr lange Organisation mit langem Namen' }),
  );
  await register(office, slug, aPerson(4, { attendance: 'online' }));
  await register(office, slug, aPerson(41, { attendance: 'online' }));
  await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
  const req = await register(office, slug, aPerson(5, { attendance: 'onsite' }));
  process.stdout.write(
    `${JSON.stringify([req, await office.manager.query('SELECT approval FROM desk_rules WHERE event_id=$1', [id]), await office.manager.query('SELECT rules_version FROM standing WHERE event_id=$1', [id])])}\n`,
  );
  const page = `/office/registrations/${one.registrationId}`;
  await browser.submit(`${page}/change`, `${page}/change`, {
    attendance: 'onsite',
    sessions: [event.items[1]!.id],
    reason: 'Telefonat',
  });
  const preview = await office.get(ListImport).preview(id, {
    name: 'Partnerliste Nord.csv',
    content: Buffer.from(
      'Vorname;Nachname;E-Mail;Organisation;Teilnahme\nIna;Nord;ina@nord.test;Nordstadt;online\nAlma;Beispiel 1;neu@neu.test;;vor Ort\nIna;Nord;INA@nord.test;;online\nAlma;Beispiel 1;alma@privat.test;;vor Ort',
    ),
  });
  const wrong = `/office/events/${id}/import`;
  const chromium = await openChromium();
  const context = await chromium.newContext({ baseURL: 'http://127.0.0.1:34567', locale: 'de' });
  await context.addCookies(
    [...browser.cookies].map(([name, value]) => ({ name, value, url: 'http://127.0.0.1:34567' })),
  );
  const tab = await context.newPage();
  const pages: Record<string, string> = {
    list: `/office/events/${id}`,
    reg: page,
    req: `/office/registrations/${req.registrationId}`,
    decline: `/office/registrations/${req.registrationId}/decline`,
    change: `${page}/change`,
    person: `${page}/person`,
    move: `${page}/move`,
    behalf: `/office/events/${id}/register`,
    import: wrong,
    preview: `${wrong}/${preview.id}`,
    interest: `/office/events/${id}/interest`,
  };
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const [name, url] of Object.entries(pages)) {
      await tab.goto(`${url}?lang=de`);
      const over = await tab.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      const faults = await accessibilityFaults(tab);
      if (Number(over) > 0 || faults.length)
        process.stdout.write(`${name} ${width} over ${over} ${faults.join('\n')}\n`);
      await tab.screenshot({ path: `/tmp/shot-${name}-${width}.png`, fullPage: true });
    }
  }
  await chromium.close();
  await office.close();
}, 120_000);
