import { type Allotment, above, type Place } from './place.js';

/** What is left of sessions and of choices of the form while asks are being decided. */
export class Allotments {
  readonly all: Map<string, Allotment>;

  constructor(allotments: ReadonlyMap<string, Allotment>) {
    this.all = new Map([...allotments].map(([id, one]) => [id, { ...one }]));
  }

  /** The first of these that is not to be had, counting what is held already as free. */
  missing(claims: readonly string[], held: readonly string[] = []): string | undefined {
    return claims.find((id) => !held.includes(id) && !this.has(id));
  }

  /** Gives a place those of its claims that are there. */
  hold(place: Place): void {
    place.held = place.claims.filter((id) => place.held.includes(id) || this.take(id));
  }

  /** Takes back all that a place holds, or all but what it is to keep. */
  release(place: Place, keep: readonly string[] = []): void {
    for (const id of place.held) if (!keep.includes(id)) this.free(id);
    place.held = place.held.filter((id) => keep.includes(id));
  }

  private has(id: string): boolean {
    const allotment = this.all.get(id);
    return allotment !== undefined && (allotment.capacity === null || allotment.taken < allotment.capacity);
  }

  private take(id: string): boolean {
    const allotment = this.all.get(id);
    if (!allotment || !this.has(id)) return false;
    allotment.taken += 1;
    return true;
  }

  private free(id: string): void {
    const allotment = this.all.get(id);
    if (!allotment) return;
    allotment.taken -= 1;
    allotment.over = Math.min(allotment.over, above(allotment));
  }
}
