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
  'report.reference': { de: 'Kennung', en: 'Reference', fr: 'Référence' },
  'report.status': { de: 'Status', en: 'Status', fr: 'Statut' },
  'report.position': { de: 'Stelle', en: 'Position', fr: 'Rang' },
  'report.lastName': { de: 'Nachname', en: 'Last name', fr: 'Nom' },
  'report.firstName': { de: 'Vorname', en: 'First name', fr: 'Prénom' },
  'report.organization': { de: 'Organisation', en: 'Organization', fr: 'Organisation' },
  'report.email': { de: 'E-Mail-Adresse', en: 'E-mail address', fr: 'Adresse e-mail' },
  'report.attendance': { de: 'Teilnahme', en: 'Attendance', fr: 'Participation' },
  'report.language': { de: 'Sprache', en: 'Language', fr: 'Langue' },
  'report.copyTo': { de: 'Kopien an', en: 'Copies to', fr: 'Copies à' },
  'report.createdAt': { de: 'Angemeldet am', en: 'Registered at', fr: 'Inscription le' },
} satisfies Catalogue;
