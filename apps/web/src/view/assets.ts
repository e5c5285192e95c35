import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config';

const own = (file: string) => join(projectRoot, 'apps/web/assets', file);
const installed = (file: string) => join(projectRoot, 'node_modules', file);

/** The texts that pages load, by the name in their address; few and small enough to be kept in memory. */
export const assets = {
  'kern.css': readFileSync(installed('@kern-ux/native/dist/kern.min.css')),
  'plenum.css': readFileSync(own('plenum.css')),
  'plenum.js': readFileSync(own('plenum.js')),
  'turbo.js': readFileSync(installed('@hotwired/turbo/dist/turbo.es2017-esm.js')),
  'icon.svg': readFileSync(own('icon.svg')),
};

export type AssetName = keyof typeof assets;

/** Folder of the fonts that plenum.css names relative to itself. */
export const fontFolder = installed('@kern-ux/native/dist/fonts/fira-sans');

/**
 * Where this build's assets live: the content is part of the address, so that a browser may keep them for ever
 * and never mixes the pages of one build with the styles of another.
 */
export const assetBase = `/assets/${fingerprint()}`;

/** The address of an asset. */
export const assetUrl = (name: AssetName): string => `${assetBase}/${name}`;

/** The address of a font file. */
export const fontUrl = (file: string): string => `${assetBase}/fonts/${file}`;

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const content of Object.values(assets)) hash.update(content);
  return hash.digest('hex').slice(0, 12);
}
