import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Nest's own report on how it puts the rooms together; of interest only to who changes them. */
const ASSEMBLY = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's logger, in the same JSON lines as everything else. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the name of the speaker last and, before it, the stack of an error if it has one. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const words = rest.filter((part) => typeof part === 'string');
    const from = words.pop();
    const stack = words.pop();
    const quieter = level === 'info' && from !== undefined && ASSEMBLY.has(from) ? 'debug' : level;
    if (message instanceof Error) this.lines[quieter]({ from, err: message }, message.message);
    else
      this.lines[quieter]({ from, stack }, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
