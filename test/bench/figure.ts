/** One figure: a ratio, the least or the most it may be, and what it was made from. */
export interface Figure {
  name: string;
  value: number;
  floor?: number;
  most?: number;
  detail: string;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const whole = (value: number): string => String(Math.round(value));
