import type { Catalogue } from '../catalogue.js';

/** What the mails about a registration say. */
export const letter = {
  'letter.registered.subject': {
    de: 'Angemeldet: {title}',
    en: 'Registered: {title}',
    fr: 'Inscription confirmée : {title}',
  },
  'letter.registered.first': {
    de: 'Sie sind angemeldet.',
    en: 'You are registered.',
    fr: 'Votre inscription est confirmée.',
  },
  'letter.waiting.subject': {
    de: 'Warteliste: {title}',
    en: 'Waiting list: {title}',
    fr: 'Liste d’attente : {title}',
  },
  'letter.waiting.first': {
    de: 'Derzeit sind alle Plätze vergeben. Wird einer frei, rücken Sie automatisch nach.',
    en: 'All places are taken at the moment. If one becomes free, you move up automatically.',
    fr: 'Toutes les places sont prises pour le moment. Si l’une se libère, elle vous est attribuée automatiquement.',
  },
  'letter.promoted.subject': {
    de: 'Platz frei, angemeldet: {title}',
    en: 'A place for you, registered: {title}',
    fr: 'Place libérée, inscription confirmée : {title}',
  },
  'letter.promoted.first': {
    de: 'Ein Platz ist frei geworden. Sie sind nachgerückt und jetzt angemeldet.',
    en: 'A place has become free. You have moved up and are now registered.',
    fr: 'Une place s’est libérée. Elle vous est attribuée : votre inscription est confirmée.',
  },
  'letter.withdrawn.subject': {
    de: 'Abgemeldet: {title}',
    en: 'Withdrawn: {title}',
    fr: 'Inscription annulée : {title}',
  },
  'letter.withdrawn.first': {
    de: 'Sie sind abgemeldet. Ihr Platz wird weitergegeben.',
    en: 'You have withdrawn. Your place goes to someone else.',
    fr: 'Votre inscription est annulée. Votre place sera réattribuée.',
  },
  'letter.withdrawn.waiting': {
    de: 'Sie stehen nicht mehr auf der Warteliste.',
    en: 'You are no longer on the waiting list.',
    fr: 'Vous n’êtes plus sur la liste d’attente.',
  },
  'letter.withdrawn.office': {
    de: 'Die Geschäftsstelle hat Sie abgemeldet. Bei Fragen antworten Sie bitte auf diese E-Mail.',
    en: 'The office has withdrawn your registration. If you have questions, please reply to this e-mail.',
    fr: 'Le secrétariat a annulé votre inscription. Pour toute question, veuillez répondre à cet e-mail.',
  },
  'letter.again.subject': {
    de: 'Ihre Anmeldung: {title}',
    en: 'Your registration: {title}',
    fr: 'Votre inscription : {title}',
  },
  'letter.again.first': {
    de: 'Jemand hat Sie noch einmal angemeldet. Das ändert nichts, so steht Ihre Anmeldung:',
    en: 'Somebody has registered you again. Nothing changes; this is where your registration stands:',
    fr: 'Quelqu’un vous a inscrit une nouvelle fois. Cela ne change rien ; voici l’état de votre inscription :',
  },
  'letter.copyTo': {
    de: 'Eine Kopie dieser E-Mail geht an {address}. Diese Adresse wurde bei der Anmeldung angegeben.',
    en: 'A copy of this e-mail goes to {address}. This address was given at registration.',
    fr: 'Une copie de cet e-mail est adressée à {address}, adresse indiquée lors de l’inscription.',
  },
  'letter.copyOf': {
    de: 'Dies ist eine Kopie der E-Mail an {address}.',
    en: 'This is a copy of the e-mail to {address}.',
    fr: 'Ceci est une copie de l’e-mail adressé à {address}.',
  },
  'letter.joining': {
    de: 'Den Link zum Online-Raum finden Sie auf der Seite Ihrer Anmeldung.',
    en: 'You find the link to the online room on the page of your registration.',
    fr: 'Le lien vers la salle en ligne se trouve sur la page de votre inscription.',
  },
  'letter.series': {
    de: 'Im Anhang finden Sie alle Termine für Ihren Kalender.',
    en: 'Attached you find all dates for your calendar.',
    fr: 'Vous trouverez en pièce jointe toutes les dates pour votre agenda.',
  },
  'letter.seriesGone': {
    de: 'Bitte löschen Sie die Termine aus Ihrem Kalender; die Datei im Anhang hilft dabei.',
    en: 'Please remove the dates from your calendar; the attached file helps with it.',
    fr: 'Veuillez supprimer les dates de votre agenda ; le fichier joint vous y aide.',
  },
  'letter.fact.event': { de: 'Veranstaltung', en: 'Event', fr: 'Événement' },
  'letter.fact.when': { de: 'Wann', en: 'When', fr: 'Quand' },
  'letter.fact.date': {
    de: '{number, number}. Termin',
    en: 'Date {number, number}',
    fr: 'Date n° {number, number}',
  },
  'letter.fact.where': { de: 'Wo', en: 'Where', fr: 'Où' },
  'letter.fact.meetingPoint': { de: 'Treffpunkt', en: 'Meeting point', fr: 'Point de rendez-vous' },
  'letter.fact.attendance': { de: 'Teilnahme', en: 'Attendance', fr: 'Participation' },
  'letter.fact.name': { de: 'Name', en: 'Name', fr: 'Nom' },
  'letter.fact.organization': { de: 'Organisation', en: 'Organization', fr: 'Organisation' },
  'letter.fact.status': { de: 'Stand', en: 'Status', fr: 'État' },
  'letter.fact.reference': { de: 'Kennung', en: 'Reference', fr: 'Référence' },
  'letter.link.manage': {
    de: 'Anmeldung ansehen oder abmelden',
    en: 'See your registration or withdraw',
    fr: 'Voir votre inscription ou l’annuler',
  },
  'letter.link.registration': {
    de: 'Anmeldung ansehen',
    en: 'See the registration',
    fr: 'Voir l’inscription',
  },
  'letter.link.event': { de: 'Seite der Veranstaltung', en: 'Page of the event', fr: 'Page de l’événement' },
} satisfies Catalogue;
