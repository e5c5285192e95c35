import { type Block, type Footer, type Letter, type Link, words } from './letter.js';

/** The letter as plain text: blocks apart by an empty line, links written out. */
export function letterText(letter: Letter, footer: Footer): string {
  const parts = [
    letter.greeting,
    ...letter.blocks.map(blockText),
    footer.lines.join('\n'),
    linksText(footer.links),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if ('paragraph' in block) return words(block.paragraph);
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${words(value)}`).join('\n');
  return linksText(block.links);
}

const linksText = (links: readonly Link[]): string =>
  links.map(({ label, url }) => `${label}: ${url}`).join('\n');
