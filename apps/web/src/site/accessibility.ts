import type { Site } from '../view/index.js';
import { contactLines } from './contact.js';
import type { SiteText } from './text.page.js';

/** The accessibility statement that a new installation shows, with the way to report a barrier (rule P1). */
export function defaultAccessibility(site: Site): SiteText {
  const contact = contactLines(site);
  return {
    title: {
      de: 'Erklärung zur Barrierefreiheit',
      en: 'Accessibility statement',
      fr: 'Déclaration d’accessibilité',
    },
    sections: [
      {
        heading: { de: 'Unser Anspruch', en: 'What we aim for', fr: 'Notre objectif' },
        text: {
          de: 'Diese Seiten sollen alle Menschen benutzen können. Maßstab sind die BITV 2.0, die EN 301 549 und die WCAG 2.2 in der Stufe AA. Alle Seiten sind mit der Tastatur bedienbar, lassen sich auf 400 Prozent vergrößern und funktionieren ohne JavaScript.',
          en: 'Everyone should be able to use these pages. We measure them by EN 301 549 and WCAG 2.2, level AA. All pages can be used with the keyboard alone, can be enlarged to 400 percent and work without JavaScript.',
          fr: 'Ces pages doivent être utilisables par tous. Nos références sont la norme EN 301 549 et les WCAG 2.2, niveau AA. Toutes les pages sont utilisables au clavier, peuvent être agrandies à 400\u00a0% et fonctionnent sans JavaScript.',
        },
      },
      {
        heading: { de: 'Stand der Prüfung', en: 'State of testing', fr: 'État des vérifications' },
        text: {
          de: 'Die Seiten werden bei jeder Änderung automatisch geprüft. Eine Prüfung durch eine unabhängige Stelle steht noch aus. Texte, die nur in einer Sprache vorliegen, sind entsprechend gekennzeichnet.',
          en: 'The pages are checked automatically with every change. A test by an independent body has not taken place yet. Texts that exist in one language only are marked accordingly.',
          fr: 'Les pages sont vérifiées automatiquement à chaque modification. Un audit par un organisme indépendant n’a pas encore eu lieu. Les textes disponibles dans une seule langue sont signalés comme tels.',
        },
      },
      {
        id: 'report',
        heading: { de: 'Barriere melden', en: 'Report a barrier', fr: 'Signaler un obstacle' },
        text: {
          de: `Kommen Sie an einer Stelle nicht weiter? Bitte schreiben oder sagen Sie uns, auf welcher Seite und wobei. Wir antworten und helfen Ihnen auch auf anderem Weg, zum Beispiel bei der Anmeldung am Telefon.\n\n${contact}`,
          en: `Are you stuck somewhere? Please tell us on which page and with what. We will answer and also help you in another way, for example by taking your registration over the phone.\n\n${contact}`,
          fr: `Vous êtes bloqué quelque part\u00a0? Indiquez-nous la page et la difficulté rencontrée. Nous vous répondrons et vous aiderons aussi autrement, par exemple en prenant votre inscription par téléphone.\n\n${contact}`,
        },
      },
      {
        heading: { de: 'Schlichtung', en: 'Enforcement', fr: 'Voies de recours' },
        text: {
          de: 'Sind Sie mit unserer Antwort nicht zufrieden, können Sie sich an die zuständige Schlichtungsstelle wenden. Die Geschäftsstelle trägt hier ein, welche das ist.',
          en: 'If our answer does not satisfy you, you can turn to the body responsible for arbitration. The office enters here which one that is.',
          fr: 'Si notre réponse ne vous satisfait pas, vous pouvez saisir l’organisme de médiation compétent. Le secrétariat indique ici lequel.',
        },
      },
    ],
  };
}
