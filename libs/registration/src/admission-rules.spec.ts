import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MessageKey, Refusal } from '#language';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { AdmissionRules } from './index.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What a room above may have to say: here, that somebody has not done the course before. */
class CourseMissing extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.registration.closed';
}

describe('A rule of another room', () => {
  it('keeps out whom it refuses, in the desk’s own transaction, and nobody else', async () => {
    const { id, slug } = await planEvent(house);
    const other = await planEvent(house);
    house.get(AdmissionRules).add(async (event, { people }, manager) => {
      if (event.id !== id) return undefined;
      const [seen] = await manager.query(
        'SELECT count(*)::integer AS count FROM registration WHERE event_id = $1',
        [id],
      );
      return people.some(({ lastName }) => lastName === 'Beispiel 1') && seen.count === 0
        ? new CourseMissing()
        : undefined;
    });
    await expect(register(house, slug, aPerson(1))).rejects.toBeInstanceOf(CourseMissing);
    expect((await register(house, slug, aPerson(2))).answer).toEqual({ status: 'confirmed' });
    expect((await register(house, other.slug, aPerson(1))).answer).toEqual({ status: 'confirmed' });
  });
});
