import type { JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';

/** A page before it is written out: a component with its properties. */
export type Page = JSX.Element;

/** A page's complete HTML. */
export const render = (page: Page): string => `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
