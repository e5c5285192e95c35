import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';

const copied = [...read('docker/Dockerfile').matchAll(/^COPY --from=build \/plenum\/(\S+)/gm)].map(
  ([, path]) => path ?? '',
);
const madeByTheBuild = ['dist', 'node_modules'];

describe('the container image', () => {
  it('copies only what exists', () => {
    const missing = copied.filter((path) => !existsSync(join(projectRoot, path)));

    expect(missing.filter((path) => !madeByTheBuild.includes(path))).toEqual([]);
  });

  it('has every file that the program reads at run time', () => {
    const sources = globSync('{config,apps,libs}/**/*.{ts,tsx}', { cwd: projectRoot });
    const wanted = sources
      .filter((file) => !file.includes('.spec.'))
      .flatMap((file) => [...read(file).matchAll(/join\(projectRoot, '([^']+)'/g)])
      .map(([, path]) => path ?? '');

    expect(wanted.length).toBeGreaterThan(3);
    expect(
      wanted.filter((path) => !copied.some((root) => path === root || path.startsWith(`${root}/`))),
    ).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8');
}
