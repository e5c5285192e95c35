import type { Site } from '../view/index.js';
import { contactLines } from './contact.js';
import type { SiteText } from './text.page.js';

/** The privacy notice that a new installation shows; its periods are the defaults of the product (rule P3). */
export function defaultPrivacy(site: Site): SiteText {
  const address = `${site.name.text}\n${contactLines(site)}`;
  return {
    title: { de: 'Datenschutz', en: 'Privacy', fr: 'Protection des données' },
    sections: [
      {
        heading: { de: 'Wer verantwortlich ist', en: 'Who is responsible', fr: 'Qui est responsable' },
        text: { de: address, en: address, fr: address },
      },
      {
        heading: {
          de: 'Welche Daten, und wofür',
          en: 'Which data, and what for',
          fr: 'Quelles données, et pourquoi',
        },
        text: {
          de: 'Wenn Sie sich anmelden, speichern wir Namen, E-Mail-Adresse, Organisation und die Art Ihrer Teilnahme. Wir brauchen diese Angaben, um Ihre Anmeldung zu bearbeiten, Sie über die Veranstaltung zu informieren und die Teilnahme nachzuweisen (Art. 6 Abs. 1 Buchst. b und f DSGVO).\n\nHat jemand anderes Sie angemeldet, stammen die Angaben von dieser Person. Sie erhalten dann eine eigene E-Mail und können sich selbst abmelden.',
          en: 'When you register we store your name, e-mail address, organization and the way you attend. We need these details to handle your registration, to inform you about the event and to document attendance (Art. 6(1)(b) and (f) GDPR).\n\nIf someone else has registered you, the details come from that person. You then receive an e-mail of your own and can withdraw yourself.',
          fr: 'Lors de votre inscription, nous enregistrons vos nom et prénom, votre adresse e-mail, votre organisation et votre mode de participation. Ces données nous servent à traiter l’inscription, à vous informer et à documenter la participation (art. 6, par. 1, points b et f, du RGPD).\n\nSi une autre personne vous a inscrit, les données proviennent d’elle. Vous recevez alors votre propre e-mail et pouvez vous désinscrire.',
        },
      },
      {
        heading: { de: 'Wie lange', en: 'How long', fr: 'Combien de temps' },
        text: {
          de: 'Wir bewahren Ihre Angaben nur so lange auf, wie wir sie für die Veranstaltung und ihren Nachweis brauchen. Danach löscht die Geschäftsstelle sie, oder früher, wenn Sie es verlangen. Gesetzliche Aufbewahrungspflichten bleiben davon unberührt.',
          en: 'We keep your details only as long as we need them for the event and to document it. The office then deletes them, or earlier if you ask for it. Legal duties to keep records remain unaffected.',
          fr: 'Nous ne conservons vos données que le temps nécessaire à l’événement et à sa justification. Le secrétariat les supprime ensuite, ou plus tôt à votre demande. Les obligations légales de conservation restent applicables.',
        },
      },
      {
        heading: { de: 'Cookies und Dritte', en: 'Cookies and third parties', fr: 'Cookies et tiers' },
        text: {
          de: 'Ein Cookie merkt sich die gewählte Sprache; weitere setzen diese Seiten nur für angemeldete Mitarbeitende der Geschäftsstelle. Schriften, Bilder und Skripte kommen von diesem Server. Kein Aufruf geht an Dritte, und niemand misst Ihr Verhalten.',
          en: 'One cookie remembers the language you chose; further ones are set only for signed-in staff of the office. Fonts, images and scripts come from this server. No request goes to a third party, and nobody measures your behaviour.',
          fr: 'Un cookie mémorise la langue choisie\u00a0; d’autres ne sont utilisés que pour le personnel connecté du secrétariat. Polices, images et scripts proviennent de ce serveur. Aucune requête n’est adressée à des tiers et votre comportement n’est pas mesuré.',
        },
      },
      {
        heading: { de: 'Ihre Rechte', en: 'Your rights', fr: 'Vos droits' },
        text: {
          de: 'Sie können Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Übertragung Ihrer Daten verlangen und der Verarbeitung widersprechen. Wenden Sie sich dafür an die Geschäftsstelle. Außerdem können Sie sich bei einer Datenschutzaufsichtsbehörde beschweren.',
          en: 'You can ask for access, correction, erasure, restriction of processing and transfer of your data, and you can object to the processing. Please contact the office. You can also complain to a data protection authority.',
          fr: 'Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, la limitation du traitement et leur portabilité, et vous opposer au traitement. Adressez-vous au secrétariat. Vous pouvez également saisir une autorité de protection des données.',
        },
      },
    ],
  };
}
