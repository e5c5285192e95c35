import { SettingsError } from '#config';
import { EmbeddedServerError, OtherInstallation, RolesTaken } from '#database';
import { Refusal, translator } from '#language';
import { Trouble } from './trouble.js';

/** Says on stderr why a command failed: one line per mistake, and a stack only where nobody could have foreseen it. */
export function report(error: unknown): void {
  for (const line of linesOf(error)) process.stderr.write(`plenum: ${line}\n`);
}

const FORESEEN = [EmbeddedServerError, OtherInstallation, RolesTaken, Trouble];

function linesOf(error: unknown): string[] {
  if (error instanceof SettingsError) return error.mistakes;
  if (error instanceof Refusal) return [translator('en')(error.key, error.values)];
  if (error instanceof Error && FORESEEN.some((kind) => error instanceof kind)) return [error.message];
  return [`unexpected: ${error instanceof Error ? error.stack : String(error)}`];
}
