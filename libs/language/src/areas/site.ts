import type { Catalogue } from '../catalogue.js';

/** The frame of every page: navigation, footer, forms in general, and pages about mistakes. */
export const site = {
  'site.skip': { de: 'Zum Inhalt springen', en: 'Skip to content', fr: 'Aller au contenu' },
  'site.nav': { de: 'Hauptnavigation', en: 'Main navigation', fr: 'Navigation principale' },
  'site.language': { de: 'Sprache', en: 'Language', fr: 'Langue' },
  'site.footer': { de: 'Rechtliches und Hilfe', en: 'Legal notes and help', fr: 'Mentions légales et aide' },
  'site.breadcrumb': { de: 'Sie sind hier', en: 'You are here', fr: 'Vous êtes ici' },
  'site.programme': { de: 'Programm', en: 'Programme', fr: 'Programme' },
  'site.calendar': { de: 'Kalender', en: 'Calendar', fr: 'Calendrier' },
  'site.imprint': { de: 'Impressum', en: 'Imprint', fr: 'Mentions légales' },
  'site.privacy': { de: 'Datenschutz', en: 'Privacy', fr: 'Protection des données' },
  'site.accessibility': { de: 'Barrierefreiheit', en: 'Accessibility', fr: 'Accessibilité' },
  'site.barrier': { de: 'Barriere melden', en: 'Report a barrier', fr: 'Signaler un obstacle' },
  'site.product': { de: 'Betrieben mit Plenum', en: 'Powered by Plenum', fr: 'Propulsé par Plenum' },
  'site.demo': {
    de: 'Vorführung: Alle Personen sind erfunden, und keine E-Mail verlässt diesen Rechner.',
    en: 'Demonstration: all people are invented, and no e-mail leaves this machine.',
    fr: 'Démonstration\u00a0: toutes les personnes sont inventées et aucun e-mail ne quitte cette machine.',
  },
  'site.optional': { de: '(optional)', en: '(optional)', fr: '(facultatif)' },
  'site.choose': { de: 'Bitte wählen', en: 'Please choose', fr: 'Veuillez choisir' },
  'site.errors': {
    de: '{count, plural, one {Bitte prüfen Sie eine Angabe} other {Bitte prüfen Sie # Angaben}}',
    en: '{count, plural, one {Please check one entry} other {Please check # entries}}',
    fr: '{count, plural, one {Veuillez vérifier une saisie} other {Veuillez vérifier # saisies}}',
  },
  // Between what and whose.
  'site.colon': { de: ':', en: ':', fr: '\u00a0:' },
  'site.errors.title': { de: 'Fehler: {title}', en: 'Error: {title}', fr: 'Erreur\u00a0: {title}' },
  'site.pages': { de: 'Seiten', en: 'Pages', fr: 'Pages' },
  'site.page': {
    de: 'Seite {page, number} von {last, number}',
    en: 'Page {page, number} of {last, number}',
    fr: 'Page {page, number} sur {last, number}',
  },
  'site.previous': { de: 'Zurück', en: 'Previous', fr: 'Précédent' },
  'site.next': { de: 'Weiter', en: 'Next', fr: 'Suivant' },
  'site.toProgramme': { de: 'Zum Programm', en: 'Go to the programme', fr: 'Voir le programme' },
  'site.error.code': { de: 'Fehler {status}', en: 'Error {status}', fr: 'Erreur {status}' },
  'site.error.400': {
    de: 'Die Anfrage war nicht lesbar',
    en: 'The request could not be read',
    fr: 'La requête est illisible',
  },
  'site.error.401': { de: 'Bitte melden Sie sich an', en: 'Please sign in', fr: 'Veuillez vous connecter' },
  'site.error.403': {
    de: 'Das ist hier nicht erlaubt',
    en: 'This is not allowed',
    fr: 'Action non autorisée',
  },
  'site.error.404': {
    de: 'Diese Seite gibt es nicht',
    en: 'There is no such page',
    fr: 'Cette page n’existe pas',
  },
  'site.error.405': {
    de: 'Diese Methode gibt es hier nicht',
    en: 'There is no such method here',
    fr: 'Cette méthode n’existe pas ici',
  },
  'site.error.409': {
    de: 'Das ist so nicht möglich',
    en: 'This is not possible',
    fr: 'Cela n’est pas possible',
  },
  'site.error.410': { de: 'Das ist vorbei', en: 'This is over', fr: 'C’est terminé' },
  'site.error.413': {
    de: 'Das war zu viel auf einmal',
    en: 'That was too much at once',
    fr: 'C’était trop volumineux',
  },
  'site.error.422': {
    de: 'Bitte prüfen Sie Ihre Angaben',
    en: 'Please check your entries',
    fr: 'Veuillez vérifier votre saisie',
  },
  'site.error.429': {
    de: 'Einen Moment, bitte',
    en: 'One moment, please',
    fr: 'Un instant, s’il vous plaît',
  },
  'site.error.500': {
    de: 'Das hat leider nicht funktioniert',
    en: 'Sorry, that did not work',
    fr: 'Désolé, cela n’a pas fonctionné',
  },
  'site.error.503': {
    de: 'Der Dienst ist gerade nicht erreichbar',
    en: 'The service is not available right now',
    fr: 'Le service est momentanément indisponible',
  },
  'site.error.help': {
    de: 'Kommen Sie nicht weiter? Die Geschäftsstelle hilft Ihnen gern: {contact}',
    en: 'Do you need help? The office is glad to assist: {contact}',
    fr: 'Besoin d’aide\u00a0? Le secrétariat vous répond volontiers\u00a0: {contact}',
  },
} satisfies Catalogue;
