import type { InvitationState } from './words.js';

/** What one member does about one event. */
export interface Cell {
  state: InvitationState | 'none';
  /** How many of the member's people come, with or without an invitation. */
  coming: number;
  waiting: number;
}

/** How many invitations of the member stand in each state. */
export type StateCounts = Partial<Record<InvitationState, number>>;

/**
 * One word for a member whose several contacts may have answered differently: whoever comes decides; as long as
 * somebody can still answer the question is open; a substitute who has not answered yet shows as named.
 */
export function cellOf(counts: StateCounts, { coming, waiting }: { coming: number; waiting: number }): Cell {
  const has = (state: InvitationState) => (counts[state] ?? 0) > 0;
  const state = (): Cell['state'] => {
    if (coming > 0) return 'coming';
    if (waiting > 0) return 'waiting';
    if (has('substitute') && has('silent')) return 'substitute';
    if (has('silent')) return 'silent';
    if (has('undeliverable')) return 'undeliverable';
    if (has('noContact')) return 'noContact';
    if (has('declined')) return 'declined';
    if (has('withdrawn')) return 'withdrawn';
    return has('substitute') ? 'substitute' : 'none';
  };
  return { state: state(), coming, waiting };
}
