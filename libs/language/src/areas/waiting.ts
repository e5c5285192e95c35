import type { Catalogue } from '../catalogue.js';

/** Why somebody waits though seats are free, as pages and mails say it. */
export const waiting = {
  'waiting.cap': {
    de: 'Ihre Mitgliedsorganisation kann vorerst {cap, plural, =0 {keinen Platz} one {höchstens einen Platz} other {höchstens # Plätze}} haben{taken, plural, =0 {} one { und hat schon einen} other { und hat schon #}}. Sobald die übrigen Plätze für alle frei gegeben sind, können Sie nachrücken.',
    en: 'For now your member organization can have {cap, plural, =0 {no seat} one {one seat at most} other {# seats at most}}{taken, plural, =0 {} one { and already has one} other { and already has #}}. Once the other seats are open to all, you can move up.',
    fr: 'Pour l’instant, votre organisation membre {cap, plural, =0 {n’a droit à aucune place} one {a droit à une place au plus} other {a droit à # places au plus}}{taken, plural, =0 {} one { et en a déjà une} other { et en a déjà #}}. Dès que les autres places seront ouvertes à tous, une place pourra vous revenir.',
  },
  'waiting.cap.until': {
    de: 'Bis {moment} kann Ihre Mitgliedsorganisation {cap, plural, =0 {keinen Platz} one {höchstens einen Platz} other {höchstens # Plätze}} haben{taken, plural, =0 {} one { und hat schon einen} other { und hat schon #}}. Danach werden die übrigen Plätze für alle frei gegeben, und Sie können nachrücken.',
    en: 'Until {moment} your member organization can have {cap, plural, =0 {no seat} one {one seat at most} other {# seats at most}}{taken, plural, =0 {} one { and already has one} other { and already has #}}. After that the other seats are open to all and you can move up.',
    fr: 'Jusqu’au {moment}, votre organisation membre {cap, plural, =0 {n’a droit à aucune place} one {a droit à une place au plus} other {a droit à # places au plus}}{taken, plural, =0 {} one { et en a déjà une} other { et en a déjà #}}. Ensuite, les autres places seront ouvertes à tous et une place pourra vous revenir.',
  },
  'waiting.guarantees': {
    de: 'Die freien Plätze sind vorerst für andere Mitglieder reserviert. Sobald sie für alle frei gegeben sind, können Sie nachrücken.',
    en: 'For now the free seats are kept for other members. Once they are open to all, you can move up.',
    fr: 'Pour l’instant, les places libres sont réservées à d’autres membres. Dès qu’elles seront ouvertes à tous, une place pourra vous revenir.',
  },
  'waiting.guarantees.until': {
    de: 'Die freien Plätze sind bis {moment} für andere Mitglieder reserviert. Danach werden sie für alle frei gegeben, und Sie können nachrücken.',
    en: 'The free seats are kept for other members until {moment}. After that they are open to all and you can move up.',
    fr: 'Les places libres sont réservées à d’autres membres jusqu’au {moment}. Ensuite, elles seront ouvertes à tous et une place pourra vous revenir.',
  },
} satisfies Catalogue;
