import { describe, expect, it } from '@jest/globals';
import { bare } from './log.js';

describe('a logged error', () => {
  it('says what failed without the values of the statement', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: '23505',
      detail: 'Key (email)=(anna@example.org) already exists.',
      parameters: ['anna@example.org'],
    });

    const logged = bare(error);

    expect(logged).toMatchObject({ type: 'Error', code: '23505', message: error.message });
    expect(JSON.stringify(logged)).not.toContain('anna');
  });
});
