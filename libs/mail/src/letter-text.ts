import type { Language } from '#language';
import { type Block, colon, type Footer, type Letter, type Link, words } from './letter.js';

/** The letter as plain text: blocks apart by an empty line, links written out. */
export function letterText(letter: Letter, footer: Footer): string {
  const parts = [
    letter.greeting,
    ...letter.blocks.map((block) => blockText(block, letter.language)),
    footer.lines.join('\n'),
    linksText(footer.links, letter.language),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Block, language: Language): string {
  if ('paragraph' in block) return words(block.paragraph);
  if ('links' in block) return linksText(block.links, language);
  return block.facts.map(([label, value]) => `${label}${colon(language)} ${words(value)}`).join('\n');
}

const linksText = (links: readonly Link[], language: Language): string =>
  links.map(({ label, url }) => `${label}${colon(language)} ${url}`).join('\n');
