import { describe, expect, it } from '@jest/globals';
import type { Form } from '#form';
import { type Language, type Shown, translator } from '#language';
import { sampleEvent } from '../event/sample.js';
import { ProgrammePage } from '../programme/programme.page.js';
import { RegisterPage } from '../registration/register.page.js';
import { nobody } from '../registration/registration-form.js';
import { Paragraphs, render, type Visit } from './index.js';

const visitIn = (language: Language): Visit => ({
  language,
  t: translator(language),
  address: '/?kind=workshop',
  site: { shortName: 'Forum', name: { text: 'Forum der Städte', language: 'de' } },
  demo: true,
});
const view = {
  period: 'upcoming' as const,
  kinds: ['workshop' as const],
  today: Temporal.PlainDate.from('2027-01-06'),
  events: [sampleEvent()],
  feed: 'https://forum.example/calendar.ics',
};
const programmeIn = (language: Language) => render(<ProgrammePage visit={visitIn(language)} view={view} />);

describe('Every page', () => {
  it('says its language, and marks what is in another one', () => {
    const html = programmeIn('fr');
    expect(html).toMatch(/^<!DOCTYPE html><html lang="fr">/);
    expect(html).toContain('lang="de">Forum der Städte');
    expect(html).toContain('lang="en">Managing squares');
  });

  it('offers itself in the other languages', () => {
    expect(programmeIn('de')).toContain('href="/?kind=workshop&amp;lang=en" lang="en"');
  });

  it('keeps the content security policy: no inline script, style or handler, nothing from elsewhere', () => {
    const html = programmeIn('de');
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]*(?:src|href)="(?!\/assets\/)/);
  });

  it('has one main heading, a skip link and the way to report a barrier', () => {
    const html = programmeIn('de');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
    expect(html).toContain('href="/accessibility#report"');
  });

  it('says that it is a demonstration', () => {
    expect(programmeIn('de')).toContain('Alle Personen sind erfunden');
  });
});

describe('A text of the office', () => {
  const markup: Shown = { text: '<script>alert(1)</script>\n\nSecond', language: 'de' };

  it('is shown as text, whatever it contains', () => {
    const html = render(<Paragraphs text={markup} visit={visitIn('de')} />);
    expect(html).not.toContain('<script>');
    expect(html.match(/<p /g)).toHaveLength(2);
  });
});

describe('A form that comes back', () => {
  const asksNothing: Form = {
    eventId: 'e',
    version: null,
    questions: [],
    retired: [],
    consents: [],
    retiredConsents: [],
  };
  const errors = { 'people.0.email': 'Bitte ausfüllen.' };
  const html = render(
    <RegisterPage
      visit={visitIn('de')}
      view={{
        event: sampleEvent(),
        submission: 's',
        people: [{ ...nobody(), firstName: 'Ada "A" <b>' }],
        copyTo: '',
        attendances: ['online'],
        choices: { form: asksNothing, main: 'de', sessions: [], full: new Set(), waits: false },
        errors,
        canAdd: true,
      }}
    />,
  );

  it('keeps what was typed', () => {
    expect(html).toContain('value="Ada &quot;A&quot; &lt;b>"');
  });

  it('says on top what is wrong, leads to the field, and says it there too', () => {
    expect(html).toContain('<title>Fehler: ');
    expect(html).toContain('href="#people.0.email"');
    expect(html).toMatch(/id="people\.0\.email"[^>]*aria-invalid="true"[^>]*people\.0\.email\.error/);
  });

  it('has no button before the one that registers, which Enter would press', () => {
    const first = /<button[^>]*>/.exec(html)?.[0];
    expect(first).not.toMatch(/name=/);
  });
});
