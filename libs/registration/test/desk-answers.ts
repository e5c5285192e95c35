import type { Answer } from '../src/settle/ask.js';
import type { Settlement } from '../src/settle/settle.js';

/** What everybody who registered was answered, in order. */
export const answersOf = ({ decisions }: Settlement): Answer[] =>
  decisions.flatMap((one) => (one.outcome === 'registered' ? one.people.map(({ answer }) => answer) : []));

/** What happened to whom without their asking: `promoted Ada`, `lapsed Ben`. */
export const turnsOf = ({ turns }: Settlement): string[] =>
  turns.map(({ turn, place }) => `${turn} ${place.id}`);
