import { describe, expect, it } from '@jest/globals';
import type { Outbox } from '#mail';
import { Desk } from './desk.js';
import type { DeskRequest } from './desk-request.js';
import type { SettlementService } from './settlement.service.js';

/** A batch on its way: what the database would do with it is done by hand. */
interface Underway {
  size: number;
  /** All is decided and sent. */
  sent(): void;
  /** All is written. */
  done(): void;
}

function openDesk() {
  const batches: Underway[] = [];
  const settlement = {
    settle: (_eventId: string, requests: readonly DeskRequest[], sent: () => void) =>
      new Promise((resolve) => {
        batches.push({ size: requests.length, sent, done: () => resolve(requests.map(() => ({}))) });
      }),
  };
  const desk = new Desk(settlement as unknown as SettlementService, { wake() {} } as unknown as Outbox);
  const answered: string[] = [];
  const ask = (...names: string[]) => {
    for (const name of names) {
      void desk.ask({ verb: 'look', eventId: 'event' } as DeskRequest).then(() => answered.push(name));
    }
  };
  return { batches, answered, ask };
}

const turn = () => new Promise(setImmediate);

describe('A crowd at the desk', () => {
  it('is settled by halves, and whoever comes alone at once', async () => {
    const { batches, ask } = openDesk();
    ask('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
    batches[0]?.done();
    await turn();
    expect(batches.map(({ size }) => size)).toEqual([1, 4]);
    ask('A');
    batches[1]?.sent();
    batches[1]?.done();
    await turn();

    expect(batches.map(({ size }) => size)).toEqual([1, 4, 4]);
    batches[2]?.done();
    await turn();
    ask('I');
    expect(batches.at(-1)?.size).toBe(1);
  });

  it('is answered when the next half is on its way', async () => {
    const { batches, answered, ask } = openDesk();
    ask('A', 'B', 'C');
    batches[0]?.done();
    await turn();
    expect(answered).toEqual([]);

    batches[1]?.sent();
    await turn();
    expect(answered).toEqual(['A']);
  });

  it('does not wait long for a half that somebody else holds up', async () => {
    const { batches, answered, ask } = openDesk();
    ask('A', 'B');
    batches[0]?.done();
    while (answered.length === 0) await turn();

    expect(batches).toHaveLength(2);
    batches[1]?.done();
    await turn();
    expect(answered).toEqual(['A', 'B']);
  });
});
