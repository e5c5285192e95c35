import { expect } from '@jest/globals';

// Jest compares objects by their fields, and those of Temporal have none: without this any two moments were equal.
expect.addEqualityTesters([sameMoment]);

function sameMoment(one: unknown, other: unknown): boolean | undefined {
  const [kind, otherKind] = [kindOf(one), kindOf(other)];
  if (!kind && !otherKind) return undefined;
  return kind === otherKind && String(one) === String(other);
}

const kindOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null
    ? /^Temporal\.\w+$/.exec(Reflect.get(value, Symbol.toStringTag) ?? '')?.[0]
    : undefined;
