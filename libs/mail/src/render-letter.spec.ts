import { describe, expect, it } from '@jest/globals';
import { readSettings } from '#config';
import { LANGUAGES, type Language } from '#language';
import { type Letter, masked } from './letter.js';
import { Letterhead } from './letterhead.js';
import { renderLetter } from './render-letter.js';

const letterhead = new Letterhead(
  readSettings({ PUBLIC_URL: 'https://forum.example', MAIL_FROM: 'Forum <office@forum.example>' }),
);

const letter: Letter = {
  subject: 'Anmeldung <bestätigt>',
  language: 'de',
  greeting: 'Guten Tag Zoë <script>alert(1)</script> Grün,',
  blocks: [
    { paragraph: 'Sie sind angemeldet.\nWir freuen uns & grüßen.' },
    {
      facts: [
        ['Veranstaltung', { text: 'Chaleur & <b>ville</b>', language: 'fr' }],
        ['Beginn', 'Donnerstag, 14. Januar 2027, 10:00–12:00 Uhr (MEZ)'],
      ],
    },
    {
      links: [
        { label: 'Ansehen oder abmelden', url: 'https://forum.example/r/geheim?a=1&b=2', secret: true },
      ],
    },
    { links: [{ label: 'Zur Veranstaltung', url: 'https://forum.example/events/chaleur' }] },
  ],
};

/** What a person reads of an HTML mail, with each link's address as the text mail writes it. */
function read(html: string, language: Language): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, `$2${language === 'fr' ? ' ' : ''}: $1`)
    .replace(/<br\s*\/?>|<\/(p|dd|dt)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('A rendered letter', () => {
  it.each(LANGUAGES)('says the same as text and as HTML (%s)', (language) => {
    const { text, html } = renderLetter({ ...letter, language }, letterhead.footer(language));
    expect(squeezed(read(html, language))).toBe(squeezed(text));
    expect(html).toContain(`<html lang="${language}">`);
  });

  it('is complete as plain text', () => {
    const { text } = renderLetter(letter, letterhead.footer('de'));
    expect(text).toBe(`Guten Tag Zoë <script>alert(1)</script> Grün,

Sie sind angemeldet.
Wir freuen uns & grüßen.

Veranstaltung: Chaleur & <b>ville</b>
Beginn: Donnerstag, 14. Januar 2027, 10:00–12:00 Uhr (MEZ)

Ansehen oder abmelden: https://forum.example/r/geheim?a=1&b=2

Zur Veranstaltung: https://forum.example/events/chaleur

Mit freundlichen Grüßen
Forum

Diese E-Mail wurde automatisch verschickt.

Impressum: https://forum.example/imprint?lang=de
Datenschutz: https://forum.example/privacy?lang=de
`);
  });

  it('takes nothing of what it is told for HTML, and says in which language a foreign word is', () => {
    const { html } = renderLetter(letter, letterhead.footer('de'));
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>');
    expect(html).toContain('<span lang="fr">Chaleur &amp; &lt;b');
  });

  it('fetches nothing from anywhere', () => {
    const { html } = renderLetter(letter, letterhead.footer('de'));
    expect(html).not.toMatch(/<(img|link|script|iframe|object)\b|\bsrc=|url\(|@import/i);
  });

  it('keeps no secret link', () => {
    const kept = renderLetter(masked(letter), letterhead.footer('de'));
    for (const body of [kept.text, kept.html]) {
      expect(body).not.toContain('geheim');
      expect(body).toContain('Ansehen oder abmelden: …');
      expect(body).toContain('https://forum.example/events/chaleur');
    }
  });
});
