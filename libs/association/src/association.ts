import type { Settings } from '#config';
import type { Texts } from '#language';
import type { AssociationRow } from './association.entity.js';
import type { SenderTest } from './sender-test.entity.js';

/** Whose registration desk this is, as pages, letters and calendars say it. */
export interface Association {
  shortName: string;
  name: Texts;
  email?: string;
  phone?: string;
  /** Postal address, one line each. */
  postal: string[];
  /** Undefined: the product's own text is shown. */
  imprint?: Texts;
  /** Undefined: the product's own text is shown. */
  privacy?: Texts;
  /** From whom mails come, and who invites to appointments. */
  sender: { name: string; address: string };
}

/** The forum that the demo speaks for. */
const DEMO: Omit<Association, 'sender'> = {
  shortName: 'DEFUS',
  name: {
    de: 'Deutsch-Europäisches Forum für Urbane Sicherheit e. V.',
    en: 'German-European Forum for Urban Security',
    fr: 'Forum germano-européen pour la sécurité urbaine',
  },
  email: 'office@forum.example',
  postal: ['Kurt-Schumacher-Straße 29', '30159 Hannover'],
};

/** What the settings alone say: the demo has its forum, a real installation is nameless until it has been set up. */
export function associationOf({ mode, mailFrom }: Settings): Association {
  if (mode === 'demo') return { ...DEMO, sender: mailFrom };
  const { name, address } = mailFrom;
  return { shortName: name, name: { de: name }, email: address, postal: [], sender: mailFrom };
}

/** The same completed by what was entered; a sender counts once it has been confirmed. */
export function completed(
  known: Association,
  row: AssociationRow | null,
  sender: Pick<SenderTest, 'name' | 'address'> | null,
): Association {
  return {
    ...known,
    ...(row && {
      shortName: row.shortName,
      name: row.name,
      email: row.email,
      phone: row.phone ?? undefined,
      postal: row.postal.split('\n'),
      imprint: row.imprint ?? undefined,
      privacy: row.privacy ?? undefined,
    }),
    ...(sender && { sender: { name: sender.name, address: sender.address } }),
  };
}
