import { changes } from './changes.js';
import { delegation } from './delegation.js';
import { desk } from './desk.js';
import { directory } from './directory.js';
import { errors } from './errors.js';
import { form } from './form.js';
import { invitation } from './invitation.js';
import { kitchen } from './kitchen.js';
import { letter } from './letter.js';
import { letterParts } from './letter-parts.js';
import { mail } from './mail.js';
import { my } from './my.js';
import { notice } from './notice.js';
import { office } from './office.js';
import { overview } from './overview.js';
import { planning } from './planning.js';
import { programme } from './programme.js';
import { registration } from './registration.js';
import { seats } from './seats.js';
import { setup } from './setup.js';
import { site } from './site.js';
import { waiting } from './waiting.js';
import { words } from './words.js';

/** All messages of the product by key. */
export const messages = {
  ...words,
  ...changes,
  ...desk,
  ...directory,
  ...overview,
  ...planning,
  ...programme,
  ...form,
  ...seats,
  ...waiting,
  ...setup,
  ...site,
  ...registration,
  ...invitation,
  ...delegation,
  ...kitchen,
  ...letter,
  ...letterParts,
  ...mail,
  ...my,
  ...notice,
  ...office,
  ...errors,
};
