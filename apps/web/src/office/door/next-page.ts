import { OFFICE } from './office-address.js';

export const SIGN_IN = `${OFFICE}/sign-in`;

/**
 * Where to go after the sign-in: the office's page that was wanted, or its first. Whatever else a link may ask for,
 * another site above all, is not followed.
 */
export function nextPage(wanted: string): string {
  const here = 'http://office.invalid';
  const url = wanted.startsWith('/') && URL.canParse(wanted, here) ? new URL(wanted, here) : undefined;
  if (url?.origin !== here || url.pathname.startsWith(SIGN_IN)) return OFFICE;
  const inside = url.pathname === OFFICE || url.pathname.startsWith(`${OFFICE}/`);
  return inside ? `${url.pathname}${url.search}` : OFFICE;
}
