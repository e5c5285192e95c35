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
