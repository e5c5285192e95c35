import { AccountService } from '#account';
import type { Product } from '../../setup/product.js';
import type { Installation } from './installation.js';
import { type Page, Visitor } from './visitor.js';

/** Opens an account for somebody new and signs them in; `query` is that of the sign-in page. */
export async function signIn(
  { house }: Installation,
  { url }: Product,
  query = '',
): Promise<{ visitor: Visitor; page: Page }> {
  const email = `office.${crypto.randomUUID()}@forum.test`;
  const { password } = await house.get(AccountService).create({ email, name: '', role: 'administrator' });
  const visitor = new Visitor(url);
  const page = await visitor.submit(await visitor.open(`/office/sign-in${query}`), { email, password });
  return { visitor, page };
}
