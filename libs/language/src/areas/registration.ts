import type { Catalogue } from '../catalogue.js';

/** The way from the form to "registered", and the page behind the link in the mail. */
export const registration = {
  'register.title': { de: 'Anmeldung', en: 'Registration', fr: 'Inscription' },
  'register.required': {
    de: 'Alle Felder ohne den Zusatz „(optional)“ sind nötig.',
    en: 'All fields that are not marked “(optional)” are needed.',
    fr: 'Tous les champs sans la mention «\u00a0(facultatif)\u00a0» sont obligatoires.',
  },
  'register.person': { de: 'Ihre Angaben', en: 'Your details', fr: 'Vos coordonnées' },
  'register.person.nth': { de: 'Person {number}', en: 'Person {number}', fr: 'Personne {number}' },
  'register.firstName': { de: 'Vorname', en: 'First name', fr: 'Prénom' },
  'register.lastName': { de: 'Nachname', en: 'Last name', fr: 'Nom' },
  'register.email': { de: 'E-Mail-Adresse', en: 'E-mail address', fr: 'Adresse e-mail' },
  'register.email.hint': {
    de: 'An diese Adresse gehen Bestätigung und Termin.',
    en: 'The confirmation and the appointment go to this address.',
    fr: 'La confirmation et le rendez-vous seront envoyés à cette adresse.',
  },
  'register.organization': { de: 'Organisation', en: 'Organization', fr: 'Organisation' },
  'register.member': { de: 'Mitgliedsorganisation', en: 'Member organization', fr: 'Organisation membre' },
  'register.attendance': { de: 'Art der Teilnahme', en: 'Way of attending', fr: 'Mode de participation' },
  'register.attendance.onsite': { de: 'vor Ort', en: 'on site', fr: 'sur place' },
  'register.attendance.online': { de: 'online', en: 'online', fr: 'en ligne' },
  'register.field': {
    de: 'Person {number}, {field}',
    en: 'Person {number}, {field}',
    fr: 'Personne {number}, {field}',
  },
  'register.add': { de: 'Weitere Person anmelden', en: 'Add a colleague', fr: 'Ajouter une personne' },
  'register.remove': {
    de: 'Person {number} entfernen',
    en: 'Remove person {number}',
    fr: 'Retirer la personne {number}',
  },
  'register.copyTo': {
    de: 'Zweite E-Mail-Adresse für Kopien',
    en: 'Second e-mail address for copies',
    fr: 'Deuxième adresse e-mail pour les copies',
  },
  'register.copyTo.hint': {
    de: 'Zum Beispiel Ihre eigene, wenn Sie andere anmelden, oder das Postfach des Sekretariats.',
    en: 'For example your own when you register others, or the mailbox of your secretariat.',
    fr: 'Par exemple la vôtre si vous inscrivez d’autres personnes, ou celle de votre secrétariat.',
  },
  'register.notice': {
    de: 'Was mit Ihren Daten geschieht',
    en: 'What happens to your data',
    fr: 'Ce que deviennent vos données',
  },
  'register.notice.text': {
    de: '{association} verwendet diese Angaben nur, um die Veranstaltung vorzubereiten, durchzuführen und nachzuweisen. Wer von anderen angemeldet wird, erhält eine eigene E-Mail und kann sich selbst wieder abmelden.',
    en: '{association} uses these details only to prepare, hold and document the event. Whoever is registered by someone else receives an e-mail of their own and can withdraw themselves.',
    fr: '{association} n’utilise ces données que pour préparer, organiser et documenter l’événement. Toute personne inscrite par un tiers reçoit son propre e-mail et peut se désinscrire elle-même.',
  },
  'register.notice.more': {
    de: 'Mehr zum Datenschutz',
    en: 'More about privacy',
    fr: 'En savoir plus sur la protection des données',
  },
  'register.submit': {
    de: '{count, plural, one {Verbindlich anmelden} other {# Personen verbindlich anmelden}}',
    en: '{count, plural, one {Register} other {Register # people}}',
    fr: '{count, plural, one {Confirmer l’inscription} other {Inscrire # personnes}}',
  },
  'register.submit.waiting': {
    de: '{count, plural, one {Auf die Warteliste} other {# Personen auf die Warteliste}}',
    en: '{count, plural, one {Join the waiting list} other {Put # people on the waiting list}}',
    fr: '{count, plural, one {M’inscrire sur liste d’attente} other {Inscrire # personnes sur liste d’attente}}',
  },
  'register.waiting': {
    de: 'Derzeit sind alle Plätze vergeben',
    en: 'All seats are taken at the moment',
    fr: 'Toutes les places sont actuellement prises',
  },
  'register.waiting.text': {
    de: 'Sie kommen auf die Warteliste. Wird ein Platz frei, rücken Sie automatisch nach und erhalten eine E-Mail.',
    en: 'You will be put on the waiting list. When a seat becomes free you move up automatically and receive an e-mail.',
    fr: 'Vous serez sur la liste d’attente. Dès qu’une place se libère, vous l’obtenez automatiquement et recevez un e-mail.',
  },
  'outcome.confirmed': {
    de: 'Sie sind angemeldet.',
    en: 'You are registered.',
    fr: 'Votre inscription est confirmée.',
  },
  'outcome.confirmed.many': {
    de: '{count, plural, =2 {Beide Personen} other {Alle # Personen}} sind angemeldet.',
    en: '{count, plural, =2 {Both people} other {All # people}} are registered.',
    fr: 'Les {count, plural, =2 {deux inscriptions} other {# inscriptions}} sont confirmées.',
  },
  'outcome.waitlisted': {
    de: 'Sie stehen auf der Warteliste.',
    en: 'You are on the waiting list.',
    fr: 'Vous êtes sur la liste d’attente.',
  },
  'outcome.waitlisted.text': {
    de: 'Derzeit sind alle Plätze vergeben. Wird einer frei, rücken Sie automatisch nach.',
    en: 'All seats are taken at the moment. When one becomes free, you move up automatically.',
    fr: 'Toutes les places sont actuellement prises. Dès qu’une place se libère, elle vous revient automatiquement.',
  },
  'outcome.requested': {
    de: 'Ihre Anfrage ist eingegangen.',
    en: 'We have received your request.',
    fr: 'Votre demande a bien été reçue.',
  },
  'outcome.requested.text': {
    de: 'Die Geschäftsstelle prüft sie und meldet sich per E-Mail.',
    en: 'The office will look at it and answer by e-mail.',
    fr: 'Le secrétariat l’examine et vous répondra par e-mail.',
  },
  'outcome.unverified': {
    de: 'Bitte bestätigen Sie Ihre E-Mail-Adresse.',
    en: 'Please confirm your e-mail address.',
    fr: 'Veuillez confirmer votre adresse e-mail.',
  },
  'outcome.unverified.text': {
    de: 'Öffnen Sie dazu den Link in der E-Mail, die wir Ihnen geschickt haben.',
    en: 'Open the link in the e-mail that we have sent you.',
    fr: 'Ouvrez pour cela le lien figurant dans l’e-mail que nous vous avons envoyé.',
  },
  'outcome.mixed': {
    de: 'Ihre Anmeldungen sind eingegangen.',
    en: 'Your registrations have been received.',
    fr: 'Vos inscriptions ont été enregistrées.',
  },
  'outcome.people': { de: 'Angemeldete Personen', en: 'People registered', fr: 'Personnes inscrites' },
  'outcome.mailed': {
    de: 'Wir haben eine E-Mail an {email} geschickt.',
    en: 'We have sent an e-mail to {email}.',
    fr: 'Nous avons envoyé un e-mail à {email}.',
  },
  'outcome.copied': {
    de: 'Eine Kopie geht an {email}.',
    en: 'A copy goes to {email}.',
    fr: 'Une copie est envoyée à {email}.',
  },
  'outcome.correct': {
    de: 'Nichts erhalten? Adresse korrigieren',
    en: 'Nothing received? Correct the address',
    fr: 'Rien reçu\u00a0? Corriger l’adresse',
  },
  'outcome.correct.label': {
    de: 'Richtige E-Mail-Adresse von {name}',
    en: 'Correct e-mail address of {name}',
    fr: 'Adresse e-mail correcte de {name}',
  },
  'outcome.correct.submit': {
    de: 'Adresse ändern und E-Mail neu senden',
    en: 'Change the address and send again',
    fr: 'Modifier l’adresse et renvoyer l’e-mail',
  },
  'outcome.corrected': {
    de: 'Die Adresse ist geändert. Die E-Mail ist neu unterwegs.',
    en: 'The address has been changed. The e-mail is on its way again.',
    fr: 'L’adresse est modifiée. L’e-mail vient d’être renvoyé.',
  },
  'outcome.next': { de: 'Wie es weitergeht', en: 'What happens next', fr: 'Et ensuite' },
  'outcome.next.mail': {
    de: 'In der E-Mail finden Sie den Termin für Ihren Kalender und einen Link, mit dem Sie Ihre Anmeldung ansehen und sich abmelden können.',
    en: 'The e-mail contains the appointment for your calendar and a link with which you can see your registration and withdraw.',
    fr: 'L’e-mail contient le rendez-vous pour votre agenda et un lien pour consulter votre inscription ou l’annuler.',
  },
  'outcome.toEvent': { de: 'Zur Veranstaltung', en: 'Go to the event', fr: 'Voir l’événement' },
  'registration.title': { de: 'Ihre Anmeldung', en: 'Your registration', fr: 'Votre inscription' },
  'registration.confirmed': {
    de: 'Sie sind angemeldet',
    en: 'You are registered',
    fr: 'Votre inscription est confirmée',
  },
  'registration.waitlisted': {
    de: 'Sie stehen auf der Warteliste, Stelle {position, number}',
    en: 'You are no. {position, number} on the waiting list',
    fr: 'Vous êtes n°\u00a0{position, number} sur la liste d’attente',
  },
  'registration.requested': {
    de: 'Ihre Anfrage wird geprüft',
    en: 'Your request is awaiting approval',
    fr: 'Votre demande est en attente de validation',
  },
  'registration.unverified': {
    de: 'Ihre E-Mail-Adresse ist noch zu bestätigen',
    en: 'Your e-mail address is still to be confirmed',
    fr: 'Votre adresse e-mail reste à confirmer',
  },
  'registration.offered': {
    de: 'Ein Platz ist für Sie frei',
    en: 'A place is free for you',
    fr: 'Une place vous est proposée',
  },
  'registration.offered.until': {
    de: 'Bitte nehmen Sie ihn bis {moment} an.',
    en: 'Please accept it by {moment}.',
    fr: 'Veuillez l’accepter avant le {moment}.',
  },
  'registration.declined': {
    de: 'Eine Zusage ist leider nicht möglich',
    en: 'Your request was not accepted',
    fr: 'Votre demande n’a pas été retenue',
  },
  'registration.cancelled': {
    de: 'Sie sind abgemeldet',
    en: 'You have withdrawn',
    fr: 'Votre inscription est annulée',
  },
  'registration.expired': {
    de: 'Die Frist ist abgelaufen',
    en: 'The deadline has passed',
    fr: 'Le délai est expiré',
  },
  'registration.event.cancelled': {
    de: 'Die Veranstaltung ist abgesagt',
    en: 'The event has been cancelled',
    fr: 'L’événement est annulé',
  },
  'registration.event.postponed': {
    de: 'Die Veranstaltung ist verschoben, der neue Termin ist noch offen',
    en: 'The event has been postponed; the new date is still open',
    fr: 'L’événement est reporté, la nouvelle date n’est pas encore fixée',
  },
  'registration.person': { de: 'Person', en: 'Person', fr: 'Personne' },
  'registration.status': { de: 'Status', en: 'Status', fr: 'Statut' },
  'registration.reference': { de: 'Kennung', en: 'Reference', fr: 'Référence' },
  'registration.reference.hint': {
    de: 'Bitte nennen Sie sie bei Rückfragen.',
    en: 'Please quote it if you have questions.',
    fr: 'Merci de l’indiquer pour toute question.',
  },
  'registration.join': { de: 'Zugang', en: 'Joining', fr: 'Connexion' },
  'registration.join.link': {
    de: 'Zur Online-Veranstaltung',
    en: 'Join the online event',
    fr: 'Rejoindre l’événement en ligne',
  },
  'registration.join.later': {
    de: 'Den Zugangslink finden Sie hier, sobald er feststeht.',
    en: 'You will find the joining link here once it is known.',
    fr: 'Vous trouverez ici le lien de connexion dès qu’il sera connu.',
  },
  'registration.ics': {
    de: 'Termin für den Kalender laden',
    en: 'Download the appointment',
    fr: 'Télécharger le rendez-vous',
  },
  'registration.accept': { de: 'Platz annehmen', en: 'Accept the place', fr: 'Accepter la place' },
  'registration.cannotCome': {
    de: 'Sie können nicht teilnehmen?',
    en: 'You cannot attend?',
    fr: 'Vous ne pouvez pas participer\u00a0?',
  },
  'registration.cannotCome.text': {
    de: 'Bitte melden Sie sich ab; dann kann jemand anderes Ihren Platz bekommen.',
    en: 'Please withdraw, so that someone else can have your seat.',
    fr: 'Merci de vous désinscrire afin que votre place profite à une autre personne.',
  },
  'registration.cannotCome.waiting': {
    de: 'Bitte melden Sie sich ab; dann rücken andere auf der Warteliste vor.',
    en: 'Please withdraw, so that others move up on the waiting list.',
    fr: 'Merci de vous désinscrire afin que d’autres avancent sur la liste d’attente.',
  },
  'registration.again': {
    de: 'Haben Sie es sich anders überlegt? Dann melden Sie sich einfach neu an.',
    en: 'Have you changed your mind? Then simply register again.',
    fr: 'Vous avez changé d’avis\u00a0? Il suffit de vous réinscrire.',
  },
  'registration.withdrawn.text': {
    de: 'Eine Bestätigung ist per E-Mail unterwegs.',
    en: 'A confirmation is on its way by e-mail.',
    fr: 'Une confirmation vous est envoyée par e-mail.',
  },
  'withdraw.title': { de: 'Abmelden', en: 'Withdraw', fr: 'Se désinscrire' },
  'withdraw.question': {
    de: 'Möchten Sie {name} von dieser Veranstaltung abmelden?',
    en: 'Would you like to withdraw {name} from this event?',
    fr: 'Souhaitez-vous désinscrire {name} de cet événement\u00a0?',
  },
  'withdraw.consequence': {
    de: 'Der Platz wird sofort frei und geht an die nächste Person auf der Warteliste, falls jemand wartet. Zurückholen lässt er sich nicht.',
    en: 'The seat becomes free at once and goes to the next person on the waiting list, if anyone is waiting. It cannot be taken back.',
    fr: 'La place se libère aussitôt et revient, le cas échéant, à la personne suivante sur la liste d’attente. Cette action est définitive.',
  },
  'withdraw.consequence.waiting': {
    de: 'Die Stelle auf der Warteliste geht verloren.',
    en: 'The place on the waiting list will be lost.',
    fr: 'Le rang sur la liste d’attente sera perdu.',
  },
  'withdraw.submit': { de: 'Ja, abmelden', en: 'Yes, withdraw', fr: 'Oui, se désinscrire' },
  'withdraw.back': { de: 'Nein, angemeldet bleiben', en: 'No, stay registered', fr: 'Non, rester inscrit' },
} satisfies Catalogue;
