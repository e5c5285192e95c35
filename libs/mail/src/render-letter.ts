import type { Footer, Letter } from './letter.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';

/** The two bodies of one mail; they say the same, and each is complete without the other. */
export interface Bodies {
  text: string;
  html: string;
}

/** Renders what a letter says as plain text and as HTML. */
export function renderLetter(letter: Letter, footer: Footer): Bodies {
  return { text: letterText(letter, footer), html: letterHtml(letter, footer) };
}
