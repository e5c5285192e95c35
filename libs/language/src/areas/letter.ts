import type { Catalogue } from '../catalogue.js';

/** What the mails about a registration are about: their subjects, and the sentences they open with. */
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
  'letter.waiting.offer': {
    de: 'Derzeit sind alle Plätze vergeben. Wird einer frei, bieten wir ihn Ihnen per E-Mail an; kurz vor Beginn rücken Sie ohne Rückfrage nach.',
    en: 'All places are taken at the moment. If one becomes free, we offer it to you by e-mail; shortly before the start you move up without being asked.',
    fr: 'Toutes les places sont prises pour le moment. Si l’une se libère, nous vous la proposons par e-mail ; peu avant le début, elle vous est attribuée directement.',
  },
  'letter.waiting.together': {
    de: 'Derzeit sind nicht genug Plätze für Ihre ganze Gruppe frei. Sobald es genug sind, rücken alle gemeinsam nach.',
    en: 'There are not enough places for your whole group at the moment. As soon as there are, all of you move up together.',
    fr: 'Il n’y a pas assez de places pour tout votre groupe pour le moment. Dès qu’il y en aura assez, elles vous seront attribuées à toutes et à tous ensemble.',
  },
  'letter.requested.subject': {
    de: 'Anfrage eingegangen: {title}',
    en: 'Request received: {title}',
    fr: 'Demande reçue : {title}',
  },
  'letter.requested.first': {
    de: 'Ihre Anfrage ist eingegangen. Die Geschäftsstelle prüft sie und antwortet Ihnen per E-Mail.',
    en: 'We have received your request. The office will look at it and answer you by e-mail.',
    fr: 'Votre demande a bien été reçue. Le secrétariat l’examine et vous répondra par e-mail.',
  },
  'letter.unverified.subject': {
    de: 'Bitte Adresse bestätigen: {title}',
    en: 'Please confirm your address: {title}',
    fr: 'Adresse à confirmer : {title}',
  },
  'letter.unverified.first': {
    de: 'Ihre Anmeldung ist eingegangen. Bitte bestätigen Sie noch Ihre E-Mail-Adresse.',
    en: 'We have received your registration. Please confirm your e-mail address to complete it.',
    fr: 'Votre inscription a bien été reçue. Il vous reste à confirmer votre adresse e-mail.',
  },
  'letter.offered.subject': {
    de: 'Platz frei, bitte antworten: {title}',
    en: 'A place for you, please answer: {title}',
    fr: 'Place libérée, réponse attendue : {title}',
  },
  'letter.offered.first': {
    de: 'Ein Platz ist für Sie frei geworden.',
    en: 'A place has become free for you.',
    fr: 'Une place s’est libérée pour vous.',
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
  'letter.promoted.office': {
    de: 'Sie haben einen Platz bekommen.',
    en: 'You have been given a place.',
    fr: 'Une place vous est attribuée.',
  },
  'letter.confirmed.address': {
    de: 'Ihre E-Mail-Adresse ist bestätigt.',
    en: 'Your e-mail address is confirmed.',
    fr: 'Votre adresse e-mail est confirmée.',
  },
  'letter.confirmed.offer': {
    de: 'Der angebotene Platz ist angenommen.',
    en: 'The place that was offered has been accepted.',
    fr: 'La place proposée est acceptée.',
  },
  'letter.admitted.subject': {
    de: 'Anfrage angenommen: {title}',
    en: 'Request accepted: {title}',
    fr: 'Demande acceptée : {title}',
  },
  'letter.admitted.request': {
    de: 'Ihre Anfrage ist angenommen.',
    en: 'Your request has been accepted.',
    fr: 'Votre demande est acceptée.',
  },
  'letter.admitted.restored': {
    de: 'Die Geschäftsstelle hat Ihre Anmeldung wiederhergestellt.',
    en: 'The office has restored your registration.',
    fr: 'Le secrétariat a rétabli votre inscription.',
  },
  'letter.declined.subject': {
    de: 'Keine Zusage möglich: {title}',
    en: 'Not accepted: {title}',
    fr: 'Demande non retenue : {title}',
  },
  'letter.declined.first': {
    de: 'Eine Zusage ist leider nicht möglich.',
    en: 'We are sorry: your request could not be accepted.',
    fr: 'Votre demande n’a malheureusement pas pu être retenue.',
  },
  'letter.declined.seat': {
    de: 'Ihre Zusage musste die Geschäftsstelle leider zurücknehmen. Sie sind nicht mehr angemeldet.',
    en: 'We are sorry: the office had to take back your place. You are no longer registered.',
    fr: 'Le secrétariat a malheureusement dû revenir sur sa décision. Votre inscription n’est plus valable.',
  },
  'letter.lapsed.subject': {
    de: 'Frist abgelaufen: {title}',
    en: 'Deadline passed: {title}',
    fr: 'Délai expiré : {title}',
  },
  'letter.lapsed.first': {
    de: 'Die Frist ist abgelaufen. Ihre Anmeldung besteht nicht mehr.',
    en: 'The deadline has passed. Your registration no longer stands.',
    fr: 'Le délai est expiré. Votre inscription n’est plus valable.',
  },
  'letter.lapsed.offer': {
    de: 'Die Frist, den angebotenen Platz anzunehmen, ist abgelaufen. Das Angebot ist verfallen, und Sie stehen auch nicht mehr auf der Warteliste. Warten andere, sind jetzt sie an der Reihe.',
    en: 'The deadline for accepting the place has passed. The offer has lapsed, and you are no longer on the waiting list either. If others are waiting, it is their turn now.',
    fr: 'Le délai pour accepter la place proposée est expiré. La proposition n’est plus valable, et vous n’êtes plus non plus sur la liste d’attente. Si d’autres personnes attendent, c’est maintenant leur tour.',
  },
  'letter.lapsed.again': {
    de: 'Solange die Anmeldung geöffnet ist, können Sie sich neu anmelden. Sind dann alle Plätze vergeben, kommen Sie neu auf die Warteliste; Ihre bisherige Stelle gilt nicht mehr.',
    en: 'As long as registration is open, you can register again. If all places are taken by then, you join the waiting list anew; your earlier position no longer counts.',
    fr: 'Tant que les inscriptions sont ouvertes, vous pouvez vous réinscrire. Si toutes les places sont alors prises, vous rejoignez de nouveau la liste d’attente ; votre rang précédent ne compte plus.',
  },
  'letter.lapsed.request': {
    de: 'Über Ihre Anfrage wurde in der vorgesehenen Zeit nicht entschieden. Sie ist damit abgelaufen.',
    en: 'Your request was not decided within the time set for it. It has therefore expired.',
    fr: 'Votre demande n’a pas été traitée dans le délai prévu. Elle a donc expiré.',
  },
  'letter.withdrawn.subject': {
    de: 'Abgemeldet: {title}',
    en: 'Withdrawn: {title}',
    fr: 'Inscription annulée : {title}',
  },
  'letter.withdrawn.first': {
    de: 'Sie sind abgemeldet. Ihr Platz ist nicht mehr für Sie reserviert.',
    en: 'You have withdrawn. Your place is no longer kept for you.',
    fr: 'Votre inscription est annulée. Votre place ne vous est plus réservée.',
  },
  'letter.withdrawn.waiting': {
    de: 'Sie stehen nicht mehr auf der Warteliste.',
    en: 'You are no longer on the waiting list.',
    fr: 'Vous n’êtes plus sur la liste d’attente.',
  },
  'letter.withdrawn.offer': {
    de: 'Sie haben den angebotenen Platz abgelehnt und stehen auch nicht mehr auf der Warteliste.',
    en: 'You have declined the place that was offered and are no longer on the waiting list either.',
    fr: 'Vous avez refusé la place proposée et n’êtes plus non plus sur la liste d’attente.',
  },
  'letter.withdrawn.request': {
    de: 'Sie haben Ihre Anfrage zurückgezogen.',
    en: 'You have withdrawn your request.',
    fr: 'Vous avez retiré votre demande.',
  },
  'letter.withdrawn.office': {
    de: 'Die Geschäftsstelle hat Sie abgemeldet.',
    en: 'The office has withdrawn your registration.',
    fr: 'Le secrétariat a annulé votre inscription.',
  },
  'letter.withdrawn.contact': {
    de: 'Ihre Organisation hat Sie abgemeldet.',
    en: 'Your organization has withdrawn your registration.',
    fr: 'Votre organisation a annulé votre inscription.',
  },
  'letter.withdrawn.moved': {
    de: 'Die Geschäftsstelle hat Ihre Anmeldung auf eine andere Veranstaltung verlegt: „{to}“. Dazu erhalten Sie eine eigene E-Mail. Hier sind Sie nicht mehr angemeldet.',
    en: 'The office has moved your registration to another event: “{to}”. You receive a separate e-mail about it. You are no longer registered here.',
    fr: 'Le secrétariat a transféré votre inscription à un autre événement : « {to} ». Vous recevez un e-mail à ce sujet. Vous n’êtes plus inscrit(e) ici.',
  },
  'letter.changed.subject': {
    de: 'Anmeldung geändert: {title}',
    en: 'Registration changed: {title}',
    fr: 'Inscription modifiée : {title}',
  },
  'letter.changed.first': {
    de: 'Ihre Anmeldung ist geändert.',
    en: 'Your registration has been changed.',
    fr: 'Votre inscription est modifiée.',
  },
  'letter.changed.online': {
    de: 'Sie nehmen jetzt online teil und nicht mehr vor Ort. Ihr Platz im Raum ist nicht mehr für Sie reserviert.',
    en: 'You now attend online and no longer on site. Your place in the room is no longer kept for you.',
    fr: 'Vous participez désormais en ligne et non plus sur place. Votre place dans la salle ne vous est plus réservée.',
  },
  'letter.changed.onsite': {
    de: 'Sie nehmen jetzt vor Ort teil und nicht mehr online.',
    en: 'You now attend on site and no longer online.',
    fr: 'Vous participez désormais sur place et non plus en ligne.',
  },
  'letter.changed.waiting': {
    de: 'Sie stehen jetzt auf der Warteliste für die Teilnahme {attendance, select, online {online} other {vor Ort}}.',
    en: 'You are now on the waiting list for attending {attendance, select, online {online} other {on site}}.',
    fr: 'Vous êtes désormais sur la liste d’attente pour participer {attendance, select, online {en ligne} other {sur place}}.',
  },
  'letter.corrected.note': {
    de: 'Name oder Adresse wurden berichtigt. Es gilt, was in dieser E-Mail steht.',
    en: 'The name or address has been corrected. What this e-mail says is valid.',
    fr: 'Le nom ou l’adresse a été corrigé. Les indications de cet e-mail font foi.',
  },
  'letter.replaced.subject': {
    de: 'Nicht mehr angemeldet: {title}',
    en: 'No longer registered: {title}',
    fr: 'Votre inscription n’est plus valable : {title}',
  },
  'letter.replaced.first': {
    de: 'Sie sind nicht mehr angemeldet. Ihr Platz wurde weitergegeben.',
    en: 'You are no longer registered. Your place has been passed on.',
    fr: 'Votre inscription n’est plus valable. Votre place a été transférée.',
  },
  'letter.replaced.waiting': {
    de: 'Sie stehen nicht mehr auf der Warteliste. Ihre Stelle wurde weitergegeben.',
    en: 'You are no longer on the waiting list. Your position has been passed on.',
    fr: 'Vous n’êtes plus sur la liste d’attente. Votre rang a été transféré.',
  },
  'letter.replaced.request': {
    de: 'Ihre Anfrage gilt nicht mehr für Sie. Sie wurde an eine andere Person weitergegeben.',
    en: 'Your request no longer stands for you. It has been passed on to somebody else.',
    fr: 'Votre demande n’est plus valable pour vous. Elle a été transférée à une autre personne.',
  },
  'letter.relocated.subject': {
    de: 'Anmeldung geht an eine andere Adresse: {title}',
    en: 'Registration moved to another address: {title}',
    fr: 'Inscription transférée à une autre adresse : {title}',
  },
  'letter.relocated.first': {
    de: 'Zu dieser Anmeldung ist jetzt eine andere E-Mail-Adresse eingetragen. Alle weiteren Nachrichten gehen dorthin, und die Links in früheren E-Mails an diese Adresse gelten nicht mehr.',
    en: 'This registration now has another e-mail address. All further messages go there, and the links in earlier e-mails to this address are no longer valid.',
    fr: 'Une autre adresse e-mail est désormais indiquée pour cette inscription. Tous les messages suivants y seront envoyés, et les liens des e-mails précédents à cette adresse ne sont plus valables.',
  },
  'letter.relocated.self': {
    de: 'Geändert wurde das auf der persönlichen Seite der Anmeldung. Wenn Sie das nicht waren, sagen Sie es uns bitte.',
    en: 'This was changed on the personal page of the registration. If it was not you, please tell us.',
    fr: 'La modification a été faite sur la page personnelle de l’inscription. Si elle ne vient pas de vous, veuillez nous le signaler.',
  },
  'letter.relocated.contact': {
    de: 'Geändert hat das die Koordination Ihrer Organisation.',
    en: 'The coordinator of your organization has changed this.',
    fr: 'La coordination de votre organisation a fait cette modification.',
  },
  'letter.relocated.office': {
    de: 'Geändert hat das die Geschäftsstelle.',
    en: 'The office has changed this.',
    fr: 'Le secrétariat a fait cette modification.',
  },
  'letter.moved.subject': {
    de: 'Umgebucht: {title}',
    en: 'Moved: {title}',
    fr: 'Inscription transférée : {title}',
  },
  'letter.moved.first': {
    de: 'Die Geschäftsstelle hat Ihre Anmeldung von „{from}“ auf „{title}“ verlegt.',
    en: 'The office has moved your registration from “{from}” to “{title}”.',
    fr: 'Le secrétariat a transféré votre inscription de « {from} » à « {title} ».',
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
  'letter.unnamed.subject': {
    de: '{seats, plural, one {Platz} other {# Plätze}} ohne Namen: {title}',
    en: '{seats, plural, one {Place without a name} other {# places without a name}}: {title}',
    fr: '{seats, plural, one {Place sans nom} other {# places sans nom}} : {title}',
  },
  'letter.unnamed.first': {
    de: 'Ein Platz ist für Ihre Organisation reserviert, noch ohne Namen (N. N.).',
    en: 'A place is reserved for your organization, still without a name (N. N.).',
    fr: 'Une place est réservée pour votre organisation, encore sans nom (N. N.).',
  },
  'letter.unnamed.promoted': {
    de: '{seats, plural, one {Ein Platz ist frei geworden und jetzt} other {# Plätze sind frei geworden und jetzt}} für Ihre Organisation reserviert, noch ohne Namen (N. N.).',
    en: '{seats, plural, one {A place has become free and is} other {# places have become free and are}} now reserved for your organization, still without a name (N. N.).',
    fr: '{seats, plural, one {Une place s’est libérée. Elle est réservée} other {# places se sont libérées. Elles sont réservées}} pour votre organisation, encore sans nom (N. N.).',
  },
  'letter.unnamed.waiting': {
    de: 'Ihre Organisation steht mit einem Platz ohne Namen (N. N.) auf der Warteliste. Er rückt automatisch nach.',
    en: 'Your organization is on the waiting list with a place without a name (N. N.). It moves up automatically.',
    fr: 'Votre organisation est sur la liste d’attente pour une place sans nom (N. N.). Elle avance automatiquement.',
  },
  'letter.unnamed.lapsed': {
    de: 'Für {seats, plural, one {Ihren Platz} other {# Ihrer Plätze}} ohne Namen (N. N.) wurde bis zum Ablauf der Frist niemand benannt. {seats, plural, one {Er ist} other {Sie sind}} deshalb verfallen.',
    en: 'Nobody was named for {seats, plural, one {your place} other {# of your places}} without a name (N. N.) before the deadline. {seats, plural, one {It has} other {They have}} therefore been released.',
    fr: 'Personne n’a été désigné dans le délai pour {seats, plural, one {votre place} other {# de vos places}} sans nom (N. N.). {seats, plural, one {Elle a donc été libérée} other {Elles ont donc été libérées}}.',
  },
} satisfies Catalogue;
