import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hasRedis } from '../test/redis.js';
import { type Place, until, workplace } from '../test/workplace.js';
import type { Schedule } from './schedules.js';

const redisFound = hasRedis();
const never = { heartbeat: 3_600_000, schedules: 3_600_000 };
const often: Schedule[] = [{ name: 'mail.deliver', every: Temporal.Duration.from({ milliseconds: 400 }) }];

for (const place of ['PostgreSQL', 'Redis'] satisfies Place[]) {
  const here = place === 'PostgreSQL' || redisFound ? describe : describe.skip;

  here(`The queue in ${place}`, () => {
    let office: Awaited<ReturnType<typeof workplace>>;
    let one: Awaited<ReturnType<typeof office.open>>;

    beforeEach(async () => {
      office = await workplace(place);
      one = await office.open();
    });
    afterEach(() => office.close());

    it('wakes a worker in another process', async () => {
      const web = await office.open();
      let done = 0;
      one.handlers.handle('mail.deliver', async () => {
        done += 1;
      });
      await one.worker.start([], never);
      const begun = performance.now();
      web.jobs.wake('mail.deliver');
      await until(() => done === 1);
      expect(performance.now() - begun).toBeLessThan(1_000);
    });

    it('makes few jobs of many wake-ups, and forgets none', async () => {
      let done = 0;
      let written = 0;
      let seen = 0;
      one.handlers.handle('mail.deliver', async () => {
        done += 1;
        seen = written;
      });
      await one.worker.start([], never);
      for (written = 1; written < 100; written += 1) {
        one.jobs.wake('mail.deliver');
        await pause(5);
      }
      // The last wake-up came when so much was written; a quick worker has seen no more by then.
      await until(() => seen >= 99);
      expect(done).toBeLessThanOrEqual(15);
    });

    it('does a schedule once for all workers, however often they enter it', async () => {
      let done = 0;
      const two = await office.open();
      for (const { handlers, worker } of [one, two]) {
        handlers.handle('mail.deliver', async () => {
          done += 1;
        });
        await worker.start(often, { ...never, schedules: 50 });
      }
      await pause(2_000);
      expect(done).toBeGreaterThanOrEqual(4);
      expect(done).toBeLessThanOrEqual(7);
    });

    it('brings the schedules back after the queue was wiped', async () => {
      let done = 0;
      one.handlers.handle('mail.deliver', async () => {
        done += 1;
      });
      await one.worker.start(often, { ...never, schedules: 300 });
      await until(() => done > 1);
      await office.wipe();
      expect(await one.queue.getJobScheduler('mail.deliver')).toBeUndefined();
      const before = done;
      await until(() => done > before + 2);
    });

    it('still wakes after the queue was wiped', async () => {
      let done = 0;
      one.handlers.handle('mail.deliver', async () => {
        done += 1;
      });
      await one.worker.start([], never);
      await office.wipe();
      one.jobs.wake('mail.deliver');
      await until(() => done === 1);
    });

    it('goes on after all connections to the queue were broken', async () => {
      let done = 0;
      one.handlers.handle('mail.deliver', async () => {
        done += 1;
      });
      await one.worker.start([], never);
      await office.cut();
      await until(async () => {
        one.jobs.wake('mail.deliver');
        await pause(100);
        return done > 0;
      });
      const before = done;
      const begun = performance.now();
      one.jobs.wake('mail.deliver');
      await until(() => done > before);
      expect(performance.now() - begun).toBeLessThan(1_000);
    });

    it('goes on after a job has failed', async () => {
      let done = 0;
      one.handlers.handle('mail.deliver', async () => {
        done += 1;
        if (done === 1) throw new Error('The first one fails in this test');
      });
      await one.worker.start([], never);
      one.jobs.wake('mail.deliver');
      await until(() => done === 1);
      one.jobs.wake('mail.deliver');
      await until(() => done === 2);
    });

    it('stops when the running job has come to an end', async () => {
      let begun = false;
      let ended = false;
      one.handlers.handle('mail.deliver', async (signal) => {
        begun = true;
        while (!signal.aborted) await pause(10);
        await pause(200);
        ended = true;
      });
      await one.worker.start([], never);
      one.jobs.wake('mail.deliver');
      await until(() => begun);
      await one.worker.stop();
      expect(ended).toBe(true);
    });
  });
}

describe('A worker', () => {
  let office: Awaited<ReturnType<typeof workplace>>;
  beforeEach(async () => {
    office = await workplace('PostgreSQL');
  });
  afterEach(() => office.close());

  it('does not start while a job has no handler', async () => {
    const { worker, workers } = await office.open();
    await expect(worker.start([])).rejects.toThrow('mail.deliver has 0');
    expect(await workers.alive()).toEqual([]);
  });

  it('is seen alive while it says so, is missed when it falls silent, and takes its leave', async () => {
    const { worker, workers, handlers, source } = await office.open();
    handlers.handle('mail.deliver', async () => undefined);
    await worker.start([], { ...never, heartbeat: 100 });
    expect(await workers.alive()).toMatchObject([{ pid: process.pid, alive: true }]);

    office.clock.advance({ minutes: 1 });
    await until(async () => (await workers.alive())[0]?.seenAt.equals(office.clock.now()) ?? false);
    await source.query('DELETE FROM worker');
    await until(async () => (await workers.alive()).length === 1);

    await worker.stop();
    expect(await workers.alive()).toEqual([]);
  });

  it('that was killed is shown as gone after 20 seconds, and forgotten after a day', async () => {
    const { workers } = await office.open();
    await workers.enter();
    office.clock.advance({ seconds: 20 });
    expect(await workers.alive()).toMatchObject([{ alive: true }]);
    office.clock.advance({ seconds: 1 });
    expect(await workers.alive()).toMatchObject([{ alive: false }]);
    office.clock.advance({ hours: 24 });
    await workers.enter();
    expect(await workers.alive()).toMatchObject([{ alive: true }]);
  });
});

(redisFound ? describe : describe.skip)('A worker without its Redis', () => {
  it('can be stopped, and wake-ups do not hold up the end', async () => {
    const office = await workplace('Redis');
    const { worker, handlers, jobs } = await office.open();
    handlers.handle('mail.deliver', async () => undefined);
    await worker.start(often, never);
    await office.endServer();
    jobs.wake('mail.deliver');
    await pause(200);

    const begun = performance.now();
    await office.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('A wake-up', () => {
  it('that is lost is no matter for the one who gives it', async () => {
    const office = await workplace('PostgreSQL');
    const { jobs, source } = await office.open();
    await source.query('DROP SCHEMA bullmq CASCADE');
    expect(() => jobs.wake('mail.deliver')).not.toThrow();
    await pause(200);
    await office.close();
  });
});
