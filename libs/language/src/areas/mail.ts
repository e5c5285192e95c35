import type { Catalogue } from '../catalogue.js';

/** What every letter says, whatever it is about. */
export const mail = {
  'mail.greeting': {
    de: 'Guten Tag {name},',
    en: 'Dear {name},',
    fr: 'Bonjour {name},',
  },
  'mail.closing': {
    de: 'Mit freundlichen Grüßen',
    en: 'Kind regards',
    fr: 'Cordialement',
  },
  'mail.automatic': {
    de: 'Diese E-Mail wurde automatisch verschickt.',
    en: 'This mail was sent automatically.',
    fr: 'Cet e-mail a été envoyé automatiquement.',
  },
  'mail.imprint': { de: 'Impressum', en: 'Imprint', fr: 'Mentions légales' },
  'mail.privacy': { de: 'Datenschutz', en: 'Privacy', fr: 'Protection des données' },
} satisfies Catalogue;
