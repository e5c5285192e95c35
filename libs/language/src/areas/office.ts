import type { Catalogue } from '../catalogue.js';

/** What the office reads. */
export const office = {
  'office.account.exists': {
    de: 'Es gibt schon ein Konto mit dieser E-Mail-Adresse.',
    en: 'There is already an account with this e-mail address.',
    fr: 'Un compte existe déjà avec cette adresse e-mail.',
  },
  'office.account.unknown': {
    de: 'Es gibt kein Konto mit dieser E-Mail-Adresse.',
    en: 'There is no account with this e-mail address.',
    fr: 'Aucun compte n’existe avec cette adresse e-mail.',
  },
  'office.signIn.failed': {
    de: 'E-Mail-Adresse oder Passwort ist falsch.',
    en: 'The e-mail address or the password is wrong.',
    fr: 'L’adresse e-mail ou le mot de passe est incorrect.',
  },
} satisfies Catalogue;
