import type { Settings } from './settings.js';

/** Whose registration desk this is, as pages and letters say it. */
export interface Association {
  shortName: string;
  name: { de: string; en: string; fr: string };
  email?: string;
  phone?: string;
  /** Postal address, one line each. */
  postal: string[];
}

/** The demo speaks for the forum it was made for; a real installation is nameless until it has been set up. */
export function associationOf({ mode, mailFrom }: Settings): Association {
  if (mode === 'demo') return DEMO;
  const { name, address } = mailFrom;
  return { shortName: name, name: { de: name, en: name, fr: name }, email: address, postal: [] };
}

const DEMO: Association = {
  shortName: 'DEFUS',
  name: {
    de: 'Deutsch-Europäisches Forum für Urbane Sicherheit e. V.',
    en: 'German-European Forum for Urban Security',
    fr: 'Forum germano-européen pour la sécurité urbaine',
  },
  email: 'office@forum.example',
  postal: ['Kurt-Schumacher-Straße 29', '30159 Hannover'],
};
