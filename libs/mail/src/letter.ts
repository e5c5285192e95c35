import type { Language, Shown } from '#language';

/** A text in the letter's language, or one that is really in another (it gets a `lang` of its own). */
export type Said = string | Shown;

/** A link of a letter. A secret one opens something for whoever has it; it is masked in what we keep. */
export interface Link {
  label: string;
  url: string;
  secret?: true;
}

/** From whom a mail comes. */
export interface Sender {
  name: string;
  address: string;
}

/** A part of a letter; parts are said in their order. */
export type Block =
  | { paragraph: Said }
  | { facts: readonly (readonly [label: string, value: Said])[] }
  | { links: readonly Link[] };

/** An appointment for the recipient's calendar, or a plain calendar file. */
export interface CalendarPart {
  /** The same as the METHOD in the content. Requests and cancellations are processed, PUBLISH is a file to open. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** RFC 5545 text. */
  content: string;
  /** With its ending, for example `workshop.ics`. */
  filename: string;
}

/** What a mail says, once; text and HTML are both made from it. */
export interface Letter {
  subject: string;
  language: Language;
  /** Only where it is not the one of all letters, because it is being tried. */
  sender?: Sender;
  greeting: string;
  blocks: readonly Block[];
  calendar?: CalendarPart;
}

/** What stands below every letter. */
export interface Footer {
  lines: readonly string[];
  links: readonly Link[];
}

/** What stands in place of a secret link in what we keep. */
export const MASK = '…';

/** The letter as it may be kept and shown to the office. */
export function masked(letter: Letter): Letter {
  return {
    ...letter,
    blocks: letter.blocks.map((block) =>
      'links' in block
        ? { links: block.links.map((link) => (link.secret ? { ...link, url: MASK } : link)) }
        : block,
    ),
  };
}

/** What stands between a label and what it says: in French after a space that does not break. */
export const colon = (language: Language): string => (language === 'fr' ? '\u00a0:' : ':');

/** The words alone, in whatever language. */
export const words = (said: Said): string => (typeof said === 'string' ? said : said.text);
