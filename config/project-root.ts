import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: SQL, styles and demo data are read from there, whether the code runs built or not. */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
