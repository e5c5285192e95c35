// Rough addressing (2–12 digits), optional fine addressing (up to 30 letters and digits), two check digits.
const FORM = /^\d{2,12}(-[A-Z0-9]{1,30})?-\d{2}$/;

/**
 * Whether a Leitweg-ID can be right: its form, and its check digits by ISO/IEC 7064 MOD 97-10, where letters count
 * as 10 to 35 and the whole number leaves 1 (rule P5).
 */
export function isLeitwegId(text: string): boolean {
  if (!FORM.test(text)) return false;
  let rest = 0;
  for (const sign of text.replaceAll('-', '')) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
