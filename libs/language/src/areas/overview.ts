import type { Catalogue } from '../catalogue.js';

/** What the office reads at a glance: what waits for it, what was done, what is missing. */
export const overview = {
  'office.requests': {
    de: '{count, plural, one {Eine Anfrage} other {# Anfragen}} zu entscheiden',
    en: '{count, plural, one {One request} other {# requests}} to decide',
    fr: '{count, plural, one {Une demande} other {# demandes}} à décider',
  },
  'office.requests.of': {
    de: '{title}: {count, plural, one {eine Anfrage} other {# Anfragen}}',
    en: '{title}: {count, plural, one {one request} other {# requests}}',
    fr: '{title} : {count, plural, one {une demande} other {# demandes}}',
  },
  'office.group.prepare': { de: 'Vorbereiten', en: 'Prepare', fr: 'Préparer' },
  'office.group.registrations': { de: 'Anmeldungen', en: 'Registrations', fr: 'Inscriptions' },
  'office.group.tell': { de: 'Mitteilen', en: 'Tell', fr: 'Communiquer' },
  'office.imported': {
    de: '{seats, plural, =0 {Niemand ist angemeldet} one {Eine Person ist angemeldet} other {# Personen sind angemeldet}}, {waiting, plural, one {eine} other {#}} auf der Warteliste.',
    en: '{seats, plural, =0 {Nobody has been registered} one {One person has been registered} other {# people have been registered}}, {waiting, plural, one {one is} other {# are}} on the waiting list.',
    fr: '{seats, plural, =0 {Aucune inscription} one {Une inscription} other {# inscriptions}}, {waiting, plural, one {une personne} other {# personnes}} en liste d’attente.',
  },
  'office.seats.unsaved': {
    de: 'Noch nicht gespeichert: {parts}.',
    en: 'Not saved yet: {parts}.',
    fr: 'Pas encore enregistré : {parts}.',
  },
  'office.notice.missing': {
    de: 'Ihr Text fehlt auf: {languages}. Wer E-Mails in dieser Sprache bekommt, liest ihn auf {main}.',
    en: 'Your text is missing in: {languages}. Whoever gets mail in that language reads it in {main}.',
    fr: 'Votre texte manque en : {languages}. Qui reçoit ses e-mails dans cette langue le lira en {main}.',
  },
} satisfies Catalogue;
