import { describe, expect, it } from '@jest/globals';
import { JobHandlers } from './job-handlers.js';
import { JOB_NAMES } from './job-names.js';

const nothing = async () => undefined;
const { signal } = new AbortController();

describe('JobHandlers', () => {
  it('is complete only with exactly one handler for every job', () => {
    const handlers = new JobHandlers();
    expect(() => handlers.assertComplete()).toThrow('mail.deliver has 0');
    for (const name of JOB_NAMES) handlers.handle(name, nothing);
    handlers.assertComplete();
    handlers.handle('mail.deliver', nothing);
    expect(() => handlers.assertComplete()).toThrow('mail.deliver has 2');
  });

  it('does not know a job of another version', async () => {
    await expect(new JobHandlers().run('mail.retire', signal)).rejects.toThrow(
      'Nobody does the job mail.retire',
    );
    await expect(new JobHandlers().run('toString', signal)).rejects.toThrow('Nobody does the job toString');
  });
});
