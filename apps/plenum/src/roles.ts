import { InvalidArgumentError } from 'commander';

/** What one process can do for the installation; any mix of roles can share a process. */
export const ROLES = ['web', 'api', 'worker'] as const;

export type Role = (typeof ROLES)[number];

/** Reads `web,worker`; an unknown or missing role is a mistake in the command line. */
export function parseRoles(text: string): Role[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ROLES.includes(name as Role));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`"${unknown}" is none of ${ROLES.join(', ')}.`);
  }
  return ROLES.filter((role) => names.includes(role));
}

/** The pages and the API answer over HTTP; a process with the worker alone opens no port. */
export const hasHttp = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'worker');
