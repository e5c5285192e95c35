import type { Catalogue } from '../catalogue.js';

/** What was refused and why, in a sentence; every limit says its number. */
export const errors = {
  'error.event.unknown': {
    de: 'Diese Veranstaltung gibt es nicht (mehr).',
    en: 'There is no such event (any more).',
    fr: 'Cet événement n’existe pas ou n’existe plus.',
  },
  'error.event.cancelled': {
    de: 'Diese Veranstaltung ist abgesagt. Eine Anmeldung ist nicht mehr möglich.',
    en: 'This event has been cancelled. Registration is no longer possible.',
    fr: 'Cet événement est annulé. L’inscription n’est plus possible.',
  },
  'error.registration.none': {
    de: 'Für diese Veranstaltung kann man sich hier nicht anmelden.',
    en: 'You cannot register for this event here.',
    fr: 'On ne peut pas s’inscrire ici à cet événement.',
  },
  'error.registration.notYet': {
    de: 'Die Anmeldung ist noch nicht geöffnet.',
    en: 'Registration is not open yet.',
    fr: 'Les inscriptions ne sont pas encore ouvertes.',
  },
  'error.registration.closed': {
    de: 'Die Anmeldung ist geschlossen.',
    en: 'Registration is closed.',
    fr: 'Les inscriptions sont closes.',
  },
  'error.registration.invited': {
    de: 'An dieser Veranstaltung kann man nur auf Einladung teilnehmen.',
    en: 'This event is by invitation only.',
    fr: 'Cet événement est accessible sur invitation uniquement.',
  },
  'error.registration.members': {
    de: 'Diese Veranstaltung ist für Mitglieder. Bitte wählen Sie Ihre Mitgliedsorganisation.',
    en: 'This event is for members. Please choose your member organization.',
    fr: 'Cet événement est réservé aux membres. Veuillez choisir votre organisation membre.',
  },
  'error.registration.attendance': {
    de: 'Diese Art der Teilnahme wird hier nicht angeboten. Bitte wählen Sie eine andere.',
    en: 'This way of attending is not offered here. Please choose another.',
    fr: 'Ce mode de participation n’est pas proposé ici. Veuillez en choisir un autre.',
  },
  'error.attendance.missing': {
    de: 'Bitte wählen Sie „vor Ort“ oder „online“.',
    en: 'Please choose “on site” or “online”.',
    fr: 'Veuillez choisir «\u00a0sur place\u00a0» ou «\u00a0en ligne\u00a0».',
  },
  'error.registration.unknown': {
    de: 'Dieser Link öffnet keine Anmeldung. Bitte verwenden Sie den vollständigen Link aus der letzten E-Mail.',
    en: 'This link opens no registration. Please use the complete link from the latest e-mail.',
    fr: 'Ce lien n’ouvre aucune inscription. Veuillez utiliser le lien complet du dernier e-mail.',
  },
  'error.registration.passedOn': {
    de: 'Der Platz zu diesem Link ist nicht mehr auf Ihren Namen eingetragen; der Link gilt deshalb nicht mehr. War das so nicht gewollt, wenden Sie sich bitte an die Geschäftsstelle.',
    en: 'The place behind this link is no longer in your name, so the link no longer works. If that was not intended, please contact the office.',
    fr: 'La place correspondant à ce lien n’est plus à votre nom\u00a0; le lien n’est donc plus valable. Si ce n’était pas voulu, veuillez contacter le secrétariat.',
  },
  'error.registration.started': {
    de: 'Die Veranstaltung hat begonnen. Eine Abmeldung ist nicht mehr möglich.',
    en: 'The event has started. You can no longer withdraw.',
    fr: 'L’événement a commencé. Il n’est plus possible de se désinscrire.',
  },
  'error.submission.over': {
    de: 'Die Adresse kann hier nicht mehr geändert werden. Bitte wenden Sie sich an die Geschäftsstelle.',
    en: 'The address can no longer be changed here. Please contact the office.',
    fr: 'L’adresse ne peut plus être modifiée ici. Veuillez contacter le secrétariat.',
  },
  'error.idempotency': {
    de: 'Dieser Idempotency-Key wurde schon für eine andere Anfrage verwendet.',
    en: 'This Idempotency-Key has already been used for a different request.',
    fr: 'Cet Idempotency-Key a déjà servi pour une autre requête.',
  },
  'error.tooMany': {
    de: 'Zu viele Versuche in kurzer Zeit. Bitte versuchen Sie es in {minutes, plural, one {einer Minute} other {# Minuten}} noch einmal.',
    en: 'Too many attempts in a short time. Please try again in {minutes, plural, one {a minute} other {# minutes}}.',
    fr: 'Trop de tentatives en peu de temps. Veuillez réessayer dans {minutes, plural, one {une minute} other {# minutes}}.',
  },
  'error.page.unknown': {
    de: 'Diese Seite gibt es nicht.',
    en: 'There is no such page.',
    fr: 'Cette page n’existe pas.',
  },
  'error.tooLarge': {
    de: 'Die Eingabe ist zu groß. Erlaubt sind höchstens {kilobytes, number} KB.',
    en: 'The input is too large. At most {kilobytes, number} KB are allowed.',
    fr: 'La saisie est trop volumineuse : {kilobytes, number} Ko au maximum.',
  },
  'error.malformed': {
    de: 'Die Anfrage ist nicht lesbar.',
    en: 'The request cannot be read.',
    fr: 'La requête est illisible.',
  },
  'error.json': {
    de: 'Die Anfrage ist nicht lesbar. Erwartet wird ein JSON-Objekt.',
    en: 'The request cannot be read. A JSON object is expected.',
    fr: 'La requête est illisible. Un objet JSON est attendu.',
  },
  'error.jsonType': {
    de: 'Dieses Format wird nicht angenommen. Bitte senden Sie unkomprimiertes JSON mit dem Content-Type application/json.',
    en: 'This format is not accepted. Please send uncompressed JSON with the content type application/json.',
    fr: 'Ce format n’est pas accepté. Veuillez envoyer du JSON non compressé avec le content-type application/json.',
  },
  'error.method': {
    de: 'Diese Adresse kennt diese Methode nicht. Welche möglich sind, steht im Header Allow.',
    en: 'This address does not know this method. The header Allow names those it knows.',
    fr: 'Cette adresse ne connaît pas cette méthode. L’en-tête Allow indique celles qui sont possibles.',
  },
  'error.mediaType': {
    de: 'Dieses Format wird nicht angenommen.',
    en: 'This format is not accepted.',
    fr: 'Ce format n’est pas accepté.',
  },
  'error.crossSite': {
    de: 'Das Formular wurde von einer fremden Seite abgeschickt. Bitte öffnen Sie die Seite noch einmal und versuchen Sie es erneut.',
    en: 'The form was sent from another site. Please open the page again and retry.',
    fr: 'Le formulaire a été envoyé depuis un autre site. Veuillez rouvrir la page et réessayer.',
  },
  'error.signInNeeded': {
    de: 'Bitte melden Sie sich an.',
    en: 'Please sign in.',
    fr: 'Veuillez vous connecter.',
  },
  'error.invalid': {
    de: 'Bitte prüfen Sie Ihre Angaben.',
    en: 'Please check your entries.',
    fr: 'Veuillez vérifier votre saisie.',
  },
  'error.unexpected': {
    de: 'Das hat nicht funktioniert. Es liegt an uns; bitte versuchen Sie es gleich noch einmal.',
    en: 'That did not work. The fault is ours; please try again in a moment.',
    fr: 'Cela n’a pas fonctionné. L’erreur vient de chez nous ; veuillez réessayer dans un instant.',
  },
  'error.unavailable': {
    de: 'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The service is not available right now. Please try again in a moment.',
    fr: 'Le service est momentanément indisponible. Veuillez réessayer dans un instant.',
  },
  'field.required': { de: 'Bitte ausfüllen.', en: 'Please fill in.', fr: 'Veuillez remplir ce champ.' },
  'field.type': {
    de: 'Hier wird eine andere Art von Wert erwartet: {expected}.',
    en: 'Another kind of value is expected here: {expected}.',
    fr: 'Une autre sorte de valeur est attendue ici\u00a0: {expected}.',
  },
  'field.moment': {
    de: 'Bitte geben Sie einen Tag oder einen Zeitpunkt mit Zone an, zum Beispiel 2027-01-31 oder 2027-01-31T10:00:00Z.',
    en: 'Please give a day or a moment with its zone, for example 2027-01-31 or 2027-01-31T10:00:00Z.',
    fr: 'Veuillez indiquer un jour ou un moment avec son fuseau, par exemple 2027-01-31 ou 2027-01-31T10:00:00Z.',
  },
  'field.wholeNumber': {
    de: 'Bitte geben Sie eine ganze Zahl von {least, number} bis {most, number} an.',
    en: 'Please give a whole number from {least, number} to {most, number}.',
    fr: 'Veuillez indiquer un nombre entier de {least, number} à {most, number}.',
  },
  'field.cursor': {
    de: 'Bitte geben Sie den Wert von nextCursor der Seite davor an.',
    en: 'Please give the value of nextCursor of the page before.',
    fr: 'Veuillez indiquer la valeur de nextCursor de la page précédente.',
  },
  'field.tooLong': {
    de: 'Höchstens {max, number} Zeichen.',
    en: 'At most {max, number} characters.',
    fr: '{max, number} caractères au maximum.',
  },
  'field.tooShort': {
    de: 'Mindestens {min, number} Zeichen.',
    en: 'At least {min, number} characters.',
    fr: '{min, number} caractères au minimum.',
  },
  'field.email': {
    de: 'Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@stadt.de.',
    en: 'Please enter a complete e-mail address, for example name@city.org.',
    fr: 'Veuillez indiquer une adresse e-mail complète, par exemple nom@ville.fr.',
  },
  'field.choice': {
    de: 'Bitte wählen Sie eine der angebotenen Möglichkeiten: {choices}.',
    en: 'Please choose one of the options offered: {choices}.',
    fr: 'Veuillez choisir l’une des options proposées : {choices}.',
  },
  'field.unknown': {
    de: 'Diese Angabe ist hier nicht bekannt.',
    en: 'This field is not known here.',
    fr: 'Ce champ n’est pas connu ici.',
  },
  'field.people': {
    de: 'Mindestens eine und höchstens {max, number} Personen auf einmal.',
    en: 'At least one and at most {max, number} people at a time.',
    fr: 'Une personne au minimum et {max, number} au maximum à la fois.',
  },
  'error.seats.full': {
    de: 'Dafür ist derzeit kein Platz frei. Es bleibt alles, wie es war.',
    en: 'There is no free seat for that at the moment. Nothing has changed.',
    fr: 'Aucune place n’est libre pour cela actuellement. Rien n’a été modifié.',
  },
  'error.choice.taken': {
    de: 'Ein gewählter Programmpunkt oder eine gewählte Möglichkeit ist inzwischen vergeben. Bitte wählen Sie etwas anderes.',
    en: 'A session or option you chose has been taken meanwhile. Please choose another.',
    fr: 'Un atelier ou une option que vous avez choisi vient d’être pris. Veuillez en choisir un autre.',
  },
  'error.choice.taken.session': {
    de: '„{choice}“ ist inzwischen vergeben. Bitte wählen Sie einen anderen Programmpunkt oder keinen.',
    en: '“{choice}” has been taken meanwhile. Please choose another session or none.',
    fr: '« {choice} » vient d’être complet. Veuillez choisir une autre session ou aucune.',
  },
  'error.choice.taken.option': {
    de: '„{choice}“ bei „{question}“ ist inzwischen vergeben. Bitte wählen Sie etwas anderes.',
    en: '“{choice}” for “{question}” has been taken meanwhile. Please choose something else.',
    fr: '« {choice} » pour « {question} » n’est plus disponible. Veuillez choisir autre chose.',
  },
  'error.person.double': {
    de: 'Unter diesem Namen und dieser Adresse steht schon jemand auf der Liste.',
    en: 'Somebody with this name and address is on the list already.',
    fr: 'Une personne portant ce nom et cette adresse figure déjà sur la liste.',
  },
  'error.offer.over': {
    de: 'Das Angebot war schon verfallen, als Ihre Antwort kam.',
    en: 'The offer had lapsed before your answer came.',
    fr: 'L’offre avait déjà expiré lorsque votre réponse est arrivée.',
  },
  'error.offer.none': {
    de: 'Es ist kein Angebot offen. Wie es jetzt um Ihre Anmeldung steht, sehen Sie hier.',
    en: 'No offer is open. Here you see how your registration stands now.',
    fr: 'Aucune offre n’attend de réponse. Vous voyez ici où en est votre inscription.',
  },
  'error.verification.over': {
    de: 'Die Frist, die Adresse zu bestätigen, ist vorbei. Bitte melden Sie sich noch einmal an.',
    en: 'The time to confirm the address is over. Please register again.',
    fr: 'Le délai pour confirmer l’adresse est écoulé. Veuillez vous inscrire à nouveau.',
  },
  'error.withdrawal.over': {
    de: 'Die Frist für Abmeldungen und Änderungen ist vorbei. Bitte wenden Sie sich an die Geschäftsstelle.',
    en: 'The time to withdraw or change is over. Please contact the office.',
    fr: 'Le délai pour se désinscrire ou modifier est écoulé. Veuillez vous adresser au secrétariat.',
  },
  'error.registration.over': {
    de: 'Diese Anmeldung ist beendet und kann nicht mehr geändert werden.',
    en: 'This registration is over and can no longer be changed.',
    fr: 'Cette inscription est terminée et ne peut plus être modifiée.',
  },
  'error.registration.memberAddress': {
    de: 'Diese Veranstaltung ist für Mitglieder. Bitte verwenden Sie die Adresse, die Sie bei Ihrer Mitgliedsorganisation haben, oder den Link aus Ihrer Einladung.',
    en: 'This event is for members. Please use the address you have at your member organization, or the link in your invitation.',
    fr: 'Cet événement est réservé aux membres. Veuillez utiliser votre adresse auprès de l’organisation membre, ou le lien de votre invitation.',
  },
  'error.limit.address': {
    de: 'Mit dieser E-Mail-Adresse sind hier schon so viele Personen angemeldet, wie möglich ist.',
    en: 'As many people as possible are registered here with this e-mail address already.',
    fr: 'Le nombre maximal de personnes est déjà inscrit ici avec cette adresse e-mail.',
  },
  'error.limit.series': {
    de: 'Sie sind schon zu so vielen Veranstaltungen dieser Reihe angemeldet, wie möglich ist.',
    en: 'You are registered for as many events of this series as possible already.',
    fr: 'Vous êtes déjà inscrit au nombre maximal d’événements de cette série.',
  },
  'error.session.unknown': {
    de: 'Diesen Programmpunkt kann man hier nicht wählen.',
    en: 'This session cannot be chosen here.',
    fr: 'Cet atelier ne peut pas être choisi ici.',
  },
  'error.session.overlap': {
    de: 'Zwei der gewählten Programmpunkte finden gleichzeitig statt. Bitte wählen Sie einen davon.',
    en: 'Two of the sessions chosen take place at the same time. Please choose one of them.',
    fr: 'Deux des ateliers choisis ont lieu en même temps. Veuillez en choisir un.',
  },
  'error.reason.needed': {
    de: 'Bitte geben Sie einen Grund an.',
    en: 'Please give a reason.',
    fr: 'Veuillez indiquer une raison.',
  },
  'error.line.notWaiting': {
    de: 'Diese Anmeldung steht nicht auf der Warteliste.',
    en: 'This registration is not on the waiting list.',
    fr: 'Cette inscription ne figure pas sur la liste d’attente.',
  },
  'error.move.same': {
    de: 'Die Anmeldung gehört schon zu dieser Veranstaltung.',
    en: 'The registration belongs to this event already.',
    fr: 'L’inscription concerne déjà cet événement.',
  },
  'error.format.taken': {
    de: 'Für diese Art der Teilnahme sind schon Personen angemeldet. Nutzen Sie „Kurzfristig“, um die ganze Veranstaltung online stattfinden zu lassen.',
    en: 'People are registered for this way of attending already. Use “Short notice” to hold the whole event online.',
    fr: 'Des personnes sont déjà inscrites pour ce mode de participation. Utilisez « Dernière minute » pour tenir tout l’événement en ligne.',
  },
  'error.move.worse': {
    de: 'Es ist noch nichts umgebucht: Dort steht die Person schlechter da als hier. Bitte bestätigen Sie, dass es so sein soll.',
    en: 'Nothing has been moved yet: the person is worse off there than here. Please confirm that it is to be so.',
    fr: 'Rien n’a encore été transféré : la personne y serait moins bien placée qu’ici. Veuillez confirmer que c’est voulu.',
  },
  'error.move.unnamed': {
    de: 'Ein Platz ohne Namen kann nicht zu einer anderen Veranstaltung verschoben werden.',
    en: 'A seat without a name cannot be moved to another event.',
    fr: 'Une place sans nom ne peut pas être déplacée vers un autre événement.',
  },
} satisfies Catalogue;
