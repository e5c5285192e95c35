import { errors } from './errors.js';
import { letter } from './letter.js';
import { mail } from './mail.js';
import { office } from './office.js';
import { programme } from './programme.js';
import { registration } from './registration.js';
import { site } from './site.js';
import { words } from './words.js';

/** All messages of the product by key. */
export const messages = {
  ...words,
  ...programme,
  ...site,
  ...registration,
  ...letter,
  ...mail,
  ...office,
  ...errors,
};
