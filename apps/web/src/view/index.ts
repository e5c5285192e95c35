export { withQuery } from './address.js';
export * from './components/index.js';
export { Document } from './document.js';
export { hours } from './hours.js';
export { type Page, render } from './render.js';
export { langOf, Paragraphs, ShownText } from './shown.js';
export type { Site, Visit } from './visit.js';
