import type { Site } from '../view/index.js';
import { contactLines } from './contact.js';
import type { SiteText } from './text.page.js';

/** The imprint that a new installation shows until the association has entered its own. */
export function defaultImprint(site: Site): SiteText {
  const contact = contactLines(site);
  const address = `${site.name.text}\n${contact}`;
  return {
    title: { de: 'Impressum', en: 'Imprint', fr: 'Mentions légales' },
    sections: [
      {
        heading: { de: 'Anbieter', en: 'Provider', fr: 'Éditeur' },
        text: { de: address, en: address, fr: address },
      },
      {
        heading: {
          de: 'Vertretung und Register',
          en: 'Representation and register',
          fr: 'Représentation et registre',
        },
        text: {
          de: 'Hier stehen der vertretungsberechtigte Vorstand, das Registergericht und die Registernummer. Die Geschäftsstelle trägt sie vor dem ersten Einsatz ein.',
          en: 'The board that represents the association, the register court and the register number belong here. The office enters them before the first use.',
          fr: 'Ici figurent le comité directeur habilité à représenter l’association, le tribunal et le numéro d’enregistrement. Le secrétariat les saisit avant la mise en service.',
        },
      },
      {
        heading: {
          de: 'Verantwortlich für den Inhalt',
          en: 'Responsible for the content',
          fr: 'Responsable du contenu',
        },
        text: {
          de: 'Die Geschäftsstelle unter der oben genannten Anschrift.',
          en: 'The office at the address given above.',
          fr: 'Le secrétariat, à l’adresse indiquée ci-dessus.',
        },
      },
    ],
  };
}
