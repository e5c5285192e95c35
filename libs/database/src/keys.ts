/** An address as compared: letter case and blanks around it do not count. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

/** A name as compared: letter case, blanks, accents and punctuation do not count. */
export function nameKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
  // A name without a letter or digit is still a name; it must not equal every other such name.
  return bare || name.trim();
}
