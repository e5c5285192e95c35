import type { Catalogue } from '../catalogue.js';

/** What the office reads and sets about an event's seats, and by which rules they are given. */
export const seats = {
  'rules.title': { de: 'Plätze und Regeln', en: 'Seats and rules', fr: 'Places et règles' },
  'rules.seats': { de: 'Plätze', en: 'Seats', fr: 'Places' },
  'rules.seats.save': { de: 'Plätze speichern', en: 'Save seats', fr: 'Enregistrer les places' },
  'rules.seats.saved': {
    de: 'Die Zahl der Plätze ist gespeichert.',
    en: 'The number of seats is saved.',
    fr: 'Le nombre de places est enregistré.',
  },
  'rules.seats.moved': {
    de: 'Die Zahl der Plätze ist gespeichert.{promoted, plural, =0 {} one { Eine Person ist nachgerückt.} other { # Personen sind nachgerückt.}}{offered, plural, =0 {} one { Einer Person wurde ein Platz angeboten.} other { # Personen wurde ein Platz angeboten.}}',
    en: 'The number of seats is saved.{promoted, plural, =0 {} one { One person has moved up.} other { # people have moved up.}}{offered, plural, =0 {} one { One person has been offered a place.} other { # people have been offered a place.}}',
    fr: 'Le nombre de places est enregistré.{promoted, plural, =0 {} one { Une personne a obtenu une place.} other { # personnes ont obtenu une place.}}{offered, plural, =0 {} one { Une place a été proposée à une personne.} other { Une place a été proposée à # personnes.}}',
  },
  'rules.shrink.title': {
    de: 'Weniger Plätze als Angemeldete',
    en: 'Fewer seats than registered people',
    fr: 'Moins de places que d’inscrits',
  },
  'rules.shrink.text': {
    de: '{taken, plural, one {# Platz ist} other {# Plätze sind}} vergeben, künftig gibt es {capacity, plural, =0 {keinen} other {#}}. Niemand verliert den Platz. Es rückt aber niemand nach, {capacity, plural, =0 {und neue Anmeldungen kommen auf die Warteliste} one {bis keiner mehr vergeben ist} other {bis weniger als # vergeben sind}}.',
    en: '{taken, plural, one {# seat is} other {# seats are}} taken, and there will be {capacity, plural, =0 {none} other {#}}. Nobody loses a seat. But nobody moves up {capacity, plural, =0 {any more, and new registrations join the waiting list} one {until none is taken} other {until fewer than # are taken}}.',
    fr: '{taken, plural, one {# place est attribuée} other {# places sont attribuées}}, il y en aura {capacity, plural, =0 {aucune} other {#}}. Personne ne perd sa place. Mais personne ne sera promu {capacity, plural, =0 {et les nouvelles inscriptions iront en liste d’attente} one {tant qu’une place est attribuée} other {tant que # places ou plus sont attribuées}}.',
  },
  'rules.shrink.confirm': { de: 'Trotzdem ändern', en: 'Change anyway', fr: 'Modifier quand même' },
  'rules.over': {
    de: '{way}: {over, plural, one {# Platz ist} other {# Plätze sind}} über die Zahl hinaus vergeben. Niemand rückt nach, bis wieder einer frei ist.',
    en: '{way}: {over, plural, one {# seat is} other {# seats are}} taken above the number. Nobody moves up until one is free again.',
    fr: '{way} : {over, plural, one {# place est attribuée} other {# places sont attribuées}} au-delà du nombre prévu. Personne n’est promu tant qu’aucune ne se libère.',
  },
  'rules.assembly': {
    de: 'Eine Versammlung hat keine begrenzten Plätze, keine Warteliste, keine Kontingente und keine Zusage: Niemand darf von der Teilnahme abgehalten werden.',
    en: 'An assembly has no limit of seats, no waiting list, no contingents and no approval: nobody may be kept from attending.',
    fr: 'Une assemblée n’a ni limite de places, ni liste d’attente, ni contingents, ni validation : personne ne doit être empêché d’y participer.',
  },
  'rules.rules': { de: 'Regeln', en: 'Rules', fr: 'Règles' },
  'rules.rules.text': {
    de: 'Änderungen gelten sofort. Wer schon einen Platz hat, behält ihn.',
    en: 'Changes take effect at once. Whoever has a seat keeps it.',
    fr: 'Les modifications s’appliquent aussitôt. Toute place attribuée est conservée.',
  },
  'rules.rules.save': { de: 'Regeln speichern', en: 'Save rules', fr: 'Enregistrer les règles' },
  'rules.rules.saved': {
    de: 'Die Regeln sind gespeichert.',
    en: 'The rules are saved.',
    fr: 'Les règles sont enregistrées.',
  },
  'rules.line': { de: 'Warteliste', en: 'Waiting list', fr: 'Liste d’attente' },
  'rules.promotion': {
    de: 'Wenn ein Platz frei wird',
    en: 'When a seat becomes free',
    fr: 'Quand une place se libère',
  },
  'rules.promotion.automatic': {
    de: 'Die nächste Person rückt sofort nach',
    en: 'The next person moves up at once',
    fr: 'La personne suivante est promue aussitôt',
  },
  'rules.promotion.automatic.hint': {
    de: 'und erfährt es per E-Mail.',
    en: 'and is told by e-mail.',
    fr: 'et en est informée par e-mail.',
  },
  'rules.promotion.offer': {
    de: 'Die nächste Person wird gefragt',
    en: 'The next person is asked',
    fr: 'La place est proposée à la personne suivante',
  },
  'rules.promotion.offer.hint': {
    de: 'und hat zwei Werktage für ihre Antwort; danach ist die übernächste dran. In den letzten 48 Stunden wird sofort nachgerückt.',
    en: 'and has two working days to answer; then the one after is asked. In the last 48 hours people move up at once.',
    fr: 'qui a deux jours ouvrés pour répondre ; puis c’est le tour de la suivante. Dans les dernières 48 heures, la promotion est immédiate.',
  },
  'rules.lineOrder': { de: 'Wer zuerst nachrückt', en: 'Who moves up first', fr: 'Qui est promu en premier' },
  'rules.lineOrder.arrival': {
    de: 'Wer am längsten wartet',
    en: 'Whoever has waited longest',
    fr: 'La personne qui attend depuis le plus longtemps',
  },
  'rules.lineOrder.fair': {
    de: 'Mitglieder, die noch keinen Platz haben',
    en: 'Members that have no seat yet',
    fr: 'Les membres qui n’ont encore aucune place',
  },
  'rules.lineOrder.fair.hint': {
    de: 'Erst danach kommen weitere Personen der anderen Mitglieder.',
    en: 'Further people of other members come after them.',
    fr: 'Les autres personnes des membres déjà représentés viennent ensuite.',
  },
  'line.fair': {
    de: 'Auf der Warteliste kommen Mitglieder zuerst, die noch keinen Platz haben.',
    en: 'On the waiting list, members that have no seat yet come first.',
    fr: 'Sur la liste d’attente, les membres qui n’ont encore aucune place passent en premier.',
  },
  'rules.collectHours': {
    de: 'Freie Plätze für Gruppen zurückhalten (Stunden)',
    en: 'Keep free seats for groups (hours)',
    fr: 'Retenir des places libres pour les groupes (heures)',
  },
  'rules.collectHours.hint': {
    de: 'Wer nur zusammen kommen will, wartet auf mehrere Plätze. 0 heißt: nicht zurückhalten. Leer heißt: bis es genug sind.',
    en: 'People who only come together wait for several seats. 0 means: keep none. Empty means: until there are enough.',
    fr: 'Qui ne vient qu’ensemble attend plusieurs places. 0 signifie : ne rien retenir. Vide signifie : jusqu’à ce qu’il y en ait assez.',
  },
  'rules.approval': {
    de: 'Zusage und Nachmeldung',
    en: 'Approval and late comers',
    fr: 'Validation et demandes tardives',
  },
  'rules.entry': {
    de: 'Wie eine Anmeldung zählt',
    en: 'How a registration counts',
    fr: 'Ce que vaut une inscription',
  },
  'rules.entry.approval': {
    de: 'Die Geschäftsstelle entscheidet über jede Anmeldung',
    en: 'The office decides on every registration',
    fr: 'Le secrétariat décide de chaque inscription',
  },
  'rules.entry.lateRequests': {
    de: 'Nach Anmeldeschluss kann man noch anfragen',
    en: 'After closing one can still ask',
    fr: 'Après la clôture, on peut encore en faire la demande',
  },
  'rules.entry.requestHoldsSeat': {
    de: 'Eine offene Anfrage hält einen Platz frei',
    en: 'An open request holds a seat',
    fr: 'Une demande en cours retient une place',
  },
  'rules.requestDays': {
    de: 'Eine Anfrage verfällt nach (Tagen)',
    en: 'A request lapses after (days)',
    fr: 'Une demande expire après (jours)',
  },
  'rules.verification': {
    de: 'Adresse bestätigen',
    en: 'Confirming the address',
    fr: 'Confirmation de l’adresse',
  },
  'rules.verifyMinutes': {
    de: 'Zeit zum Bestätigen der E-Mail-Adresse (Minuten)',
    en: 'Time to confirm the e-mail address (minutes)',
    fr: 'Délai pour confirmer l’adresse e-mail (minutes)',
  },
  'rules.verifyMinutes.hint': {
    de: 'Leer heißt: Die Anmeldung gilt ohne Bestätigung. Eingeladene brauchen keine.',
    en: 'Empty means: registrations count without it. Invited people need not confirm.',
    fr: 'Vide signifie : l’inscription vaut sans confirmation. Les personnes invitées n’en ont pas besoin.',
  },
  'rules.holds': {
    de: 'Solange die Bestätigung fehlt',
    en: 'Until it is confirmed',
    fr: 'Avant la confirmation',
  },
  'rules.holds.verifyHoldsSeat': {
    de: 'ist der Platz reserviert',
    en: 'the seat is reserved',
    fr: 'la place est réservée',
  },
  'rules.self': {
    de: 'Abmelden und ändern',
    en: 'Withdrawing and changing',
    fr: 'Désinscription et modifications',
  },
  'rules.withdrawUntil': {
    de: 'Selbst abmelden und ändern bis',
    en: 'People withdraw and change by themselves until',
    fr: 'Désinscription et modification en ligne jusqu’au',
  },
  'rules.withdrawUntil.hint': {
    de: 'Leer heißt: bis zum Beginn.',
    en: 'Empty means: until the start.',
    fr: 'Vide signifie : jusqu’au début.',
  },
  'rules.hour': { de: 'Uhrzeit', en: 'Time', fr: 'Heure' },
  'rules.hour.hint': {
    de: 'Leer heißt: bis zum Ende des Tages.',
    en: 'Empty means: until the end of the day.',
    fr: 'Vide signifie : jusqu’à la fin de la journée.',
  },
  'rules.leaving': { de: 'Bei der Abmeldung', en: 'When withdrawing', fr: 'À la désinscription' },
  'rules.leaving.asksReason': {
    de: 'nach dem Grund fragen (freiwillig)',
    en: 'ask for the reason (voluntary)',
    fr: 'demander le motif (facultatif)',
  },
  'rules.membership': {
    de: 'Mitglieder und Delegationen',
    en: 'Members and delegations',
    fr: 'Membres et délégations',
  },
  'rules.proof': {
    de: 'Wer zu einem Mitglied gehört',
    en: 'Who belongs to a member',
    fr: 'Qui fait partie d’un membre',
  },
  'rules.proof.choice': {
    de: 'Wer das Mitglied im Formular auswählt',
    en: 'Whoever chooses the member in the form',
    fr: 'La personne qui choisit le membre dans le formulaire',
  },
  'rules.proof.address': {
    de: 'Wer von einer Adresse des Mitglieds schreibt oder eingeladen ist',
    en: 'Whoever writes from an address of the member or is invited',
    fr: 'La personne qui écrit depuis une adresse du membre ou qui est invitée',
  },
  'rules.namingDays': {
    de: 'Namen für Plätze ohne Namen: Tage vor dem Beginn',
    en: 'Names for seats without a name: days before the start',
    fr: 'Noms pour les places sans nom : jours avant le début',
  },
  'rules.namingDays.hint': {
    de: 'Eine Delegation kann Plätze ohne Namen halten. So viele Tage vor dem Beginn der Veranstaltung, um 18:00 Uhr, werden sie frei, wenn noch ein Name fehlt. Eine kürzere Frist wird den Koordinierenden gemailt und lässt ihnen mindestens 24 Stunden.',
    en: 'A delegation can hold seats without names. That many days before the event begins, at 18:00, those still without a name become free. An earlier deadline is mailed to the coordinators and leaves them at least 24 hours.',
    fr: 'Une délégation peut tenir des places sans nom. Autant de jours avant le début de l’événement, à 18 h 00, celles qui n’ont toujours pas de nom se libèrent. Un délai avancé est communiqué par e-mail aux personnes qui coordonnent et leur laisse au moins 24 heures.',
  },
  'rules.limits': { de: 'Grenzen', en: 'Limits', fr: 'Limites' },
  'rules.mostPerAddress': {
    de: 'Anmeldungen je E-Mail-Adresse',
    en: 'Registrations per e-mail address',
    fr: 'Inscriptions par adresse e-mail',
  },
  'rules.mostPerAddress.hint': {
    de: 'Leer heißt: beliebig viele. Bedenken Sie, dass Sekretariate viele Personen anmelden.',
    en: 'Empty means: any number. Bear in mind that secretariats register many people.',
    fr: 'Vide signifie : sans limite. Pensez aux secrétariats qui inscrivent plusieurs personnes.',
  },
  'rules.series': { de: 'Stichwort der Reihe', en: 'Word of the series', fr: 'Mot de la série' },
  'rules.series.hint': {
    de: 'Veranstaltungen mit demselben Wort teilen sich die Grenze je Person.',
    en: 'Events with the same word share the limit per person.',
    fr: 'Les événements portant le même mot partagent la limite par personne.',
  },
  'rules.mostInSeries': {
    de: 'Anmeldungen je Person in der Reihe',
    en: 'Registrations per person in the series',
    fr: 'Inscriptions par personne dans la série',
  },
  'rules.series.half': {
    de: 'Bitte geben Sie das Stichwort und die Grenze je Person an, oder keins von beiden.',
    en: 'Please give both the word and the limit per person, or neither.',
    fr: 'Veuillez indiquer le mot et la limite par personne, ou aucun des deux.',
  },
  'rules.minimumCount': { de: 'Mindestzahl', en: 'Minimum number', fr: 'Nombre minimal' },
  'rules.minimum': {
    de: 'So viele müssen mindestens kommen',
    en: 'So many must come at least',
    fr: 'Nombre minimal de participants',
  },
  'rules.minimum.hint': {
    de: 'Leer heißt: keine Mindestzahl. Plätze ohne Namen werden eigens genannt.',
    en: 'Empty means: no minimum. Seats without a name are shown apart.',
    fr: 'Vide signifie : aucun minimum. Les places sans nom sont indiquées à part.',
  },
  'rules.minimumUntil': { de: 'Geprüft wird am', en: 'Looked at on', fr: 'Vérification le' },
  'rules.missed': {
    de: 'Wenn die Mindestzahl nicht erreicht ist',
    en: 'If the minimum is missed',
    fr: 'Si le minimum n’est pas atteint',
  },
  'rules.missed.minimumCancels': {
    de: 'die Veranstaltung ohne Rückfrage absagen',
    en: 'cancel the event without asking',
    fr: 'annuler l’événement sans autre validation',
  },
  'rules.missed.hint': {
    de: 'Sonst schlägt Plenum die Absage vor, und die Geschäftsstelle entscheidet.',
    en: 'Else Plenum proposes to cancel it, and the office decides.',
    fr: 'Sinon, Plenum propose l’annulation et le secrétariat décide.',
  },
  'rules.minimum.tooMany': {
    de: 'So viele Plätze gibt es nicht: Es sind {capacity, number}.',
    en: 'There are not so many seats: there are {capacity, number}.',
    fr: 'Il n’y a pas autant de places : il y en a {capacity, number}.',
  },
  'rules.minimum.half': {
    de: 'Bitte geben Sie die Mindestzahl und den Tag der Prüfung an, oder keins von beiden.',
    en: 'Please give both the minimum and the day it is looked at, or neither.',
    fr: 'Veuillez indiquer le minimum et le jour de la vérification, ou aucun des deux.',
  },
  'rules.minimum.late': {
    de: 'Die Mindestzahl muss vor dem Beginn geprüft werden.',
    en: 'The minimum must be looked at before the start.',
    fr: 'Le minimum doit être vérifié avant le début.',
  },
  'rules.minimum.past': {
    de: 'Dieser Zeitpunkt ist schon vorbei.',
    en: 'This time is already over.',
    fr: 'Ce moment est déjà passé.',
  },
  'rules.withdrawUntil.late': {
    de: 'Die Frist darf nicht nach dem Beginn enden.',
    en: 'The deadline must not be after the start.',
    fr: 'Le délai ne peut pas dépasser le début.',
  },
  'rules.contingents': { de: 'Kontingente', en: 'Contingents', fr: 'Contingents' },
  'rules.contingents.text.onsite': {
    de: 'Plätze vor Ort, die für Mitglieder freigehalten werden, und wie viele ein Mitglied höchstens bekommt. Beides gilt bis zur Freigabe; danach sind alle Plätze für alle da.',
    en: 'Seats on site that are kept for members, and how many a member may have at most. Both hold until the release; then all seats are for everybody.',
    fr: 'Places sur place réservées aux membres, et nombre maximal par membre. Les deux valent jusqu’à l’ouverture ; ensuite, toutes les places sont ouvertes à tous.',
  },
  'rules.contingents.text.online': {
    de: 'Online-Plätze, die für Mitglieder freigehalten werden, und wie viele ein Mitglied höchstens bekommt. Beides gilt bis zur Freigabe; danach sind alle Plätze für alle da.',
    en: 'Online seats that are kept for members, and how many a member may have at most. Both hold until the release; then all seats are for everybody.',
    fr: 'Places en ligne réservées aux membres, et nombre maximal par membre. Les deux valent jusqu’à l’ouverture ; ensuite, toutes les places sont ouvertes à tous.',
  },
  'rules.contingents.save': {
    de: 'Kontingente speichern',
    en: 'Save contingents',
    fr: 'Enregistrer les contingents',
  },
  'rules.contingents.saved': {
    de: 'Die Kontingente sind gespeichert.',
    en: 'The contingents are saved.',
    fr: 'Les contingents sont enregistrés.',
  },
  'rules.contingents.none': {
    de: 'Am Tag der Veranstaltung gibt es kein Mitglied.',
    en: 'There is no member on the day of the event.',
    fr: 'Il n’y a aucun membre le jour de l’événement.',
  },
  'rules.memberGuaranteed': {
    de: 'Jedem Mitglied zugesagt',
    en: 'Guaranteed to every member',
    fr: 'Garanties à chaque membre',
  },
  'rules.memberGuaranteed.hint': { de: '0 heißt: keine.', en: '0 means: none.', fr: '0 signifie : aucune.' },
  'rules.memberCap': {
    de: 'Höchstens je Mitglied',
    en: 'At most per member',
    fr: 'Au plus par membre',
  },
  'rules.memberCap.hint': {
    de: 'Leer heißt: keine Obergrenze.',
    en: 'Empty means: no upper limit.',
    fr: 'Vide signifie : sans maximum.',
  },
  'rules.until': { de: 'Freigabe am', en: 'Released on', fr: 'Ouverture le' },
  'rules.until.hint': {
    de: 'Leer heißt: 21 Tage vor dem Beginn.',
    en: 'Empty means: 21 days before the start.',
    fr: 'Vide signifie : 21 jours avant le début.',
  },
  'rules.until.hour.hint': {
    de: 'Leer heißt: um 0:00 Uhr.',
    en: 'Empty means: at 00:00.',
    fr: 'Vide signifie : à 0 h 00.',
  },
  'rules.released': {
    de: 'Freigegeben seit {moment}: Seitdem sind alle Plätze für alle da.',
    en: 'Released since {moment}: since then all seats have been for everybody.',
    fr: 'Ouvert depuis le {moment} : toutes les places sont désormais ouvertes à tous.',
  },
  'rules.releases': {
    de: 'Freigabe: {moment}.',
    en: 'Release: {moment}.',
    fr: 'Ouverture : {moment}.',
  },
  'rules.member': { de: 'Mitglied', en: 'Member', fr: 'Membre' },
  'rules.guaranteed': { de: 'Zugesagt', en: 'Guaranteed', fr: 'Garanties' },
  'rules.guaranteed.of': {
    de: '{member}: zugesagt',
    en: '{member}: guaranteed',
    fr: '{member} : garanties',
  },
  'rules.cap': { de: 'Höchstens', en: 'At most', fr: 'Au plus' },
  'rules.cap.of': { de: '{member}: höchstens', en: '{member}: at most', fr: '{member} : au plus' },
  'rules.taken': { de: 'Vergeben', en: 'Taken', fr: 'Attribuées' },
  'rules.contingents.each': {
    de: 'Einzelne Mitglieder',
    en: 'Single members',
    fr: 'Membres particuliers',
  },
  'rules.contingents.each.text': {
    de: 'Leer heißt: wie bei allen, und mindestens die eigene Zusage.',
    en: 'Empty means: as for all, and at least what is guaranteed.',
    fr: 'Vide signifie : comme pour tous, et au moins le nombre garanti.',
  },
  'rules.cap.small': {
    de: 'Die Obergrenze muss mindestens so groß sein wie die Zusage.',
    en: 'The upper limit must be at least what is guaranteed.',
    fr: 'Le maximum doit atteindre au moins le nombre garanti.',
  },
  'rules.guaranteed.tooMany': {
    de: 'Zusammen wären {sum, number} Plätze zugesagt, es gibt aber nur {capacity, number}.',
    en: 'In all {sum, number} seats would be guaranteed, but there are only {capacity, number}.',
    fr: 'Au total, {sum, number} places seraient garanties, mais il n’y en a que {capacity, number}.',
  },
  'rules.contingent.stranger': {
    de: 'Das ist am Tag der Veranstaltung kein Mitglied.',
    en: 'This is no member on the day of the event.',
    fr: 'Ce n’est pas un membre le jour de l’événement.',
  },
  'rules.contingents.late': {
    de: 'Die Freigabe muss vor dem Beginn liegen.',
    en: 'The release must be before the start.',
    fr: 'L’ouverture doit précéder le début.',
  },
  'rules.contingents.unlimited': {
    de: 'Kontingente gibt es nur, wo die Zahl der Plätze begrenzt ist.',
    en: 'There are contingents only where the number of seats is limited.',
    fr: 'Il n’y a de contingents que si le nombre de places est limité.',
  },
  'rules.seats.promised': {
    de: 'Den Mitgliedern sind schon {guaranteed, plural, one {# Platz} other {# Plätze}} zugesagt. Ändern Sie zuerst die Kontingente.',
    en: '{guaranteed, plural, one {# seat is} other {# seats are}} guaranteed to members already. Please change the contingents first.',
    fr: '{guaranteed, plural, one {# place est déjà garantie} other {# places sont déjà garanties}} aux membres. Modifiez d’abord les contingents.',
  },
  'rules.seats.minimum': {
    de: 'Das sind weniger Plätze als die Mindestzahl {minimum, number}.',
    en: 'These are fewer seats than the minimum of {minimum, number}.',
    fr: 'C’est moins que le nombre minimal de {minimum, number}.',
  },
  'rules.sessions': {
    de: 'Programmpunkte zur Wahl',
    en: 'Sessions to choose',
    fr: 'Ateliers au choix',
  },
  'rules.sessions.text': {
    de: 'Angekreuzte Programmpunkte wählt man bei der Anmeldung. Sind es künftig weniger Plätze, behalten alle, was sie gewählt haben.',
    en: 'Ticked items are chosen when registering. If there are fewer seats later, everybody keeps what they chose.',
    fr: 'Les points cochés se choisissent à l’inscription. Si le nombre de places diminue, chacun garde son choix.',
  },
  'rules.sessions.none': {
    de: 'Diese Veranstaltung hat keine Programmpunkte.',
    en: 'This event has no programme items.',
    fr: 'Cet événement n’a aucun point de programme.',
  },
  'rules.sessions.save': {
    de: 'Programmpunkte speichern',
    en: 'Save sessions',
    fr: 'Enregistrer les ateliers',
  },
  'rules.sessions.saved': {
    de: 'Die Programmpunkte sind gespeichert.',
    en: 'The sessions are saved.',
    fr: 'Les ateliers sont enregistrés.',
  },
  'rules.session': { de: 'Programmpunkt', en: 'Item', fr: 'Point du programme' },
  'rules.session.seats': {
    de: 'Plätze (leer: unbegrenzt)',
    en: 'Seats (empty: no limit)',
    fr: 'Places (vide : sans limite)',
  },
  'rules.session.seats.of': {
    de: '{title}: Plätze',
    en: '{title}: seats',
    fr: '{title} : places',
  },
  'rules.session.chosen': {
    de: 'Einen Programmpunkt, der keiner mehr zur Wahl sein soll, {people, plural, one {hat schon # Person} other {haben schon # Personen}} gewählt. Er bleibt deshalb wählbar; mit 0 Plätzen kommt niemand hinzu.',
    en: '{people, plural, one {# person has} other {# people have}} already chosen an item that shall be none to choose any more. So it stays; with 0 seats nobody is added.',
    fr: '{people, plural, one {# personne a déjà choisi} other {# personnes ont déjà choisi}} un point qui ne devrait plus être au choix. Il le reste donc ; avec 0 place, personne ne s’y ajoute.',
  },
  'rules.number.wrong': {
    de: 'Bitte geben Sie eine ganze Zahl von {least, number} bis {most, number} an.',
    en: 'Please give a whole number from {least, number} to {most, number}.',
    fr: 'Veuillez indiquer un nombre entier de {least, number} à {most, number}.',
  },
  'rules.moment.wrong': {
    de: 'Bitte geben Sie einen Tag und, wenn nötig, eine Uhrzeit an, zum Beispiel 25.01.2027 und 12:00.',
    en: 'Please give a day and, if needed, a time, for example 25.01.2027 and 12:00.',
    fr: 'Veuillez indiquer un jour et, au besoin, une heure, par exemple 25.01.2027 et 12:00.',
  },
  'rules.contradict': {
    de: 'Die Angaben passen nicht zueinander oder nicht zur Veranstaltung.',
    en: 'What was given does not fit together, or not with the event.',
    fr: 'Les indications ne concordent pas entre elles ou avec l’événement.',
  },
} satisfies Catalogue;
