import { changes } from './changes.js';
import { directory } from './directory.js';
import { errors } from './errors.js';
import { invitation } from './invitation.js';
import { letter } from './letter.js';
import { mail } from './mail.js';
import { my } from './my.js';
import { office } from './office.js';
import { planning } from './planning.js';
import { programme } from './programme.js';
import { registration } from './registration.js';
import { setup } from './setup.js';
import { site } from './site.js';
import { words } from './words.js';

/** All messages of the product by key. */
export const messages = {
  ...words,
  ...changes,
  ...directory,
  ...planning,
  ...programme,
  ...setup,
  ...site,
  ...registration,
  ...invitation,
  ...letter,
  ...mail,
  ...my,
  ...office,
  ...errors,
};
