/** How a body travels. */
export type Coding = 'br' | 'gzip' | 'identity';

/** The best coding that an Accept-Encoding header allows (RFC 9110, 12.5.3); without a header, none. */
export function codingOf(header: string | string[] | undefined): Coding {
  const accepted = new Map(
    String(header ?? '')
      .split(',')
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*q=/),
      )
      .map(([name, quality]) => [name, Number(quality ?? 1)]),
  );
  const allows = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0;
  if (allows('br')) return 'br';
  return allows('gzip') ? 'gzip' : 'identity';
}
