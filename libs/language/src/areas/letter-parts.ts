import type { Catalogue } from '../catalogue.js';

/** What the mails about a registration say below their first sentence: deadlines, notes, facts and links. */
export const letterParts = {
  'letter.greeting.unnamed': { de: 'Guten Tag,', en: 'Hello,', fr: 'Bonjour,' },
  'letter.until.offered': {
    de: 'Bitte nehmen Sie den Platz bis {moment} an oder lehnen Sie ihn ab. Danach verfällt das Angebot, und auch Ihre Stelle auf der Warteliste.',
    en: 'Please accept or refuse the place by {moment}. After that the offer lapses, and with it your place in line.',
    fr: 'Veuillez accepter ou refuser la place d’ici au {moment}. Passé ce délai, l’offre expire, de même que votre rang sur la liste d’attente.',
  },
  'letter.until.unverified': {
    de: 'Der Link gilt bis {moment}. Ein Platz wird erst vergeben, wenn Sie die Adresse bestätigt haben.',
    en: 'The link is valid until {moment}. A place is only given once you have confirmed the address.',
    fr: 'Le lien est valable jusqu’au {moment}. Une place n’est attribuée qu’après confirmation de l’adresse.',
  },
  'letter.until.unverified.held': {
    de: 'Der Link gilt bis {moment}. So lange halten wir einen Platz für Sie frei.',
    en: 'The link is valid until {moment}. Until then we hold a place for you.',
    fr: 'Le lien est valable jusqu’au {moment}. Jusque-là, une place vous est réservée.',
  },
  'letter.until.requested': {
    de: 'Sie erhalten bis {moment} eine Nachricht.',
    en: 'You will hear from us by {moment}.',
    fr: 'Vous aurez une réponse d’ici au {moment}.',
  },
  'letter.until.requested.held': {
    de: 'Sie erhalten bis {moment} eine Nachricht. So lange halten wir einen Platz für Sie frei.',
    en: 'You will hear from us by {moment}. Until then we hold a place for you.',
    fr: 'Vous aurez une réponse d’ici au {moment}. Jusque-là, une place vous est réservée.',
  },
  'letter.until.unnamed': {
    de: 'Bitte nennen Sie bis {moment}, wer kommt. Danach {seats, plural, one {verfällt der Platz} other {verfallen Plätze ohne Namen}}.',
    en: 'Please say by {moment} who is coming. After that {seats, plural, one {the place is} other {places without a name are}} released.',
    fr: 'Veuillez indiquer d’ici au {moment} qui viendra. Passé ce délai, {seats, plural, one {la place est libérée} other {les places sans nom sont libérées}}.',
  },
  'letter.notYou': {
    de: 'Sie haben sich nicht angemeldet? Dann brauchen Sie nichts zu tun; die Anmeldung verfällt von selbst.',
    en: 'You did not register? Then you need not do anything; the registration lapses by itself.',
    fr: 'Vous ne vous êtes pas inscrit(e) ? Dans ce cas, vous n’avez rien à faire : l’inscription expire d’elle-même.',
  },
  'letter.message': {
    de: 'Die Geschäftsstelle schreibt dazu:\n{message}',
    en: 'The office writes:\n{message}',
    fr: 'Message du secrétariat :\n{message}',
  },
  'letter.questions': {
    de: 'Bei Fragen antworten Sie bitte auf diese E-Mail.',
    en: 'If you have questions, please reply to this e-mail.',
    fr: 'Pour toute question, veuillez répondre à cet e-mail.',
  },
  'letter.missed.session': {
    de: 'Schon vergeben {count, plural, one {war} other {waren}}: {names}. Auf der Seite Ihrer Anmeldung können Sie anderes aus dem Programm wählen.',
    en: 'Already taken: {names}. On the page of your registration you can choose something else from the programme.',
    fr: 'Déjà {count, plural, one {complet} other {complets}} : {names}. Sur la page de votre inscription, vous pouvez choisir un autre point du programme.',
  },
  'letter.missed.choice': {
    de: 'Etwas, das Sie im Formular gewählt hatten, war schon vergeben. Bitte sehen Sie auf der Seite Ihrer Anmeldung nach.',
    en: 'Something that you had chosen in the form was already taken. Please look at the page of your registration.',
    fr: 'Un de vos choix dans le formulaire n’était plus disponible. Veuillez consulter la page de votre inscription.',
  },
  'letter.quoted': { de: '„{text}“', en: '“{text}”', fr: '« {text} »' },
  'letter.registeredBy': {
    de: '{name} hat Sie angemeldet.',
    en: '{name} has registered you.',
    fr: '{name} vous a inscrit(e).',
  },
  'letter.registeredBy.requested': {
    de: '{name} hat für Sie angefragt.',
    en: '{name} has made the request for you.',
    fr: '{name} a fait la demande pour vous.',
  },
  // Art. 14 GDPR: whoever's data come from somebody else is told who has them, from whom, what for, and their rights.
  'letter.source': {
    de: 'Von dort stammen Ihr Name, Ihre E-Mail-Adresse und gegebenenfalls Ihre Organisation. {association} verwendet diese Angaben nur, um die Veranstaltung vorzubereiten, durchzuführen und nachzuweisen. Sie können Auskunft, Berichtigung und Löschung verlangen, der Verwendung widersprechen und sich bei einer Datenschutzaufsicht beschweren (Art. 14 DSGVO). Näheres finden Sie unter „Datenschutz“ am Ende dieser E-Mail.',
    en: 'Your name, your e-mail address and your organization, if given, come from there. {association} uses these details only to prepare, hold and document the event. You can ask for access, correction and erasure, object to the use, and complain to a data protection authority (Art. 14 GDPR). You find more under “Privacy” at the end of this e-mail.',
    fr: 'C’est de là que proviennent votre nom, votre adresse e-mail et, le cas échéant, votre organisation. {association} n’utilise ces données que pour préparer, organiser et documenter l’événement. Vous pouvez demander l’accès à vos données, leur rectification ou leur effacement, vous opposer à leur utilisation et saisir une autorité de protection des données (art. 14 RGPD). Pour en savoir plus, voir « Protection des données » à la fin de cet e-mail.',
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
  'letter.asked': {
    de: 'Zu dieser Veranstaltung gibt es Fragen, die Sie noch nicht beantwortet haben. Bitte beantworten Sie sie auf der Seite Ihrer Anmeldung, mit dem Link unten.',
    en: 'This event comes with questions that you have not answered yet. Please answer them on the page of your registration, by the link below.',
    fr: 'Cet événement comporte des questions auxquelles vous n’avez pas encore répondu. Veuillez y répondre sur la page de votre inscription, par le lien ci-dessous.',
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
  'letter.fact.session': { de: 'Programmpunkt', en: 'Session', fr: 'Point du programme' },
  'letter.calendar.session': { de: '{label}: {what}', en: '{label}: {what}', fr: '{label} : {what}' },
  'letter.fact.wish': {
    de: 'Programmpunkt, gewünscht',
    en: 'Session, requested',
    fr: 'Point du programme, souhaité',
  },
  'letter.fact.session.when': { de: 'Zeit', en: 'Time', fr: 'Horaire' },
  'letter.fact.name': { de: 'Name', en: 'Name', fr: 'Nom' },
  'letter.fact.unnamed': {
    de: '{seats, plural, one {N. N.} other {# × N. N.}}',
    en: '{seats, plural, one {N. N.} other {# × N. N.}}',
    fr: '{seats, plural, one {N. N.} other {# × N. N.}}',
  },
  'letter.fact.organization': { de: 'Organisation', en: 'Organization', fr: 'Organisation' },
  'letter.fact.status': { de: 'Stand', en: 'Status', fr: 'État' },
  'letter.fact.until': { de: 'Frist', en: 'Deadline', fr: 'Délai' },
  'letter.fact.reference': { de: 'Kennung', en: 'Reference', fr: 'Référence' },
  'letter.link.manage': {
    de: 'Anmeldung ansehen, ändern oder abmelden',
    en: 'See or change your registration, or withdraw',
    fr: 'Voir, modifier ou annuler votre inscription',
  },
  'letter.link.offer': {
    de: 'Platz annehmen oder ablehnen',
    en: 'Accept or refuse the place',
    fr: 'Accepter ou refuser la place',
  },
  'letter.link.confirm': { de: 'Adresse bestätigen', en: 'Confirm the address', fr: 'Confirmer l’adresse' },
  'letter.link.name': {
    de: 'Person benennen oder Platz zurückgeben',
    en: 'Name a person or give the place back',
    fr: 'Désigner une personne ou rendre la place',
  },
  'letter.link.seat': {
    de: '{label} ({reference})',
    en: '{label} ({reference})',
    fr: '{label} ({reference})',
  },
  'letter.link.registration': {
    de: 'Anmeldung ansehen',
    en: 'See the registration',
    fr: 'Voir l’inscription',
  },
  'letter.link.event': { de: 'Seite der Veranstaltung', en: 'Page of the event', fr: 'Page de l’événement' },
} satisfies Catalogue;
