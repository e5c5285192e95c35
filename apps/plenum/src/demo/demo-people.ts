import type { Language } from '#language';

// Invented throughout: given and family names are paired by counting, addresses end in .example (RFC 2606).
const FIRST_NAMES: Record<Language, string[]> = {
  de: [
    'Anke',
    'Jonas',
    'Leyla',
    'Torsten',
    'Gesa',
    'Emre',
    'Wiebke',
    'Falk',
    'Nele',
    'Hannes',
    'Svenja',
    'Arif',
  ],
  en: ['Fiona', 'Callum', 'Priya', 'Owen', 'Harriet', 'Dylan'],
  fr: ['Élodie', 'Mathis', 'Aïcha', 'Benoît', 'Solène', 'Théo'],
};
const LAST_NAMES: Record<Language, string[]> = {
  de: [
    'Aschbach',
    'Börnsen',
    'Dreyling',
    'Ehrenfels',
    'Grünhagen',
    'Öztal',
    'Immelbach',
    'Kranzfelder',
    'Lüdinghaus',
    'Moorbeck',
    'Steinwürz',
  ],
  en: ['Ashgrove', 'Birchwell', 'Cartmore', 'Dunhollow', 'Eastmere'],
  fr: ['Aubérac', 'Bellefond', 'Chantrenne', 'Delaroche', 'Fontgrive'],
};
const LANGUAGES_IN_TURN: Language[] = ['de', 'de', 'fr', 'de', 'de', 'de', 'en', 'de'];

/** The n-th invented person; a different one for each n up to several hundred. */
export function inventedPerson(n: number, organization: string) {
  const language = LANGUAGES_IN_TURN[n % LANGUAGES_IN_TURN.length] ?? 'de';
  const firstName = inTurn(FIRST_NAMES[language], n);
  const lastName = inTurn(LAST_NAMES[language], n * 7 + Math.floor(n / 8));
  return {
    firstName,
    lastName,
    email: `${plain(firstName)}.${plain(lastName)}.${n}@${domainOf(organization)}`,
    organization,
    language,
  };
}

/** The invented domain of an organization. */
export const domainOf = (organization: string): string => `${plain(organization)}.example`;

const inTurn = (names: string[], n: number): string => names[n % names.length] ?? '';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[äöü]/g, (vowel) => `${vowel.normalize('NFD')[0]}e`)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
