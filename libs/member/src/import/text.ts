/**
 * The text of a file that does not say how it is written: UTF-16 is known by its mark or by its empty bytes, UTF-8
 * by being valid, and everything else is what Windows writes in western Europe.
 */
export function textOf(content: Buffer): string {
  const encoding = markOf(content) ?? guess(content);
  return new TextDecoder(encoding).decode(content);
}

function markOf(content: Buffer): string | undefined {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  return undefined;
}

function guess(content: Buffer): string {
  // In UTF-16 every other byte of western text is empty; elsewhere none is.
  const start = content.subarray(0, 200);
  const empty = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (empty(1) > start.length / 4) return 'utf-16le';
  if (empty(0) > start.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
