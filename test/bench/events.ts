import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlanningService } from '#event';
import { FormService, type QuestionDraft } from '#form';
import { MemberService } from '#member';
import { DeskRulesService, StandingService } from '#registration';
import { CITIES, cityName } from './people.js';

const ACTOR = 'desk';

/** What an event of the bench is like beside its seats. */
export interface Wish {
  /** Contingents for the members that people come from, a fair waiting list and a form of five questions. */
  allRules?: boolean;
  /** How many hold a seat already, and how many wait. */
  registered?: number;
  waiting?: number;
}

/** An event that can be registered for, with the answers that its form asks for. */
export interface BenchEvent {
  id: string;
  slug: string;
  answers?: Record<string, unknown>;
}

/** Plans events through the rooms of the house; only crowds are written by hand. */
export class Events {
  private planned = 0;
  private members?: Promise<unknown>;

  constructor(private readonly rooms: INestApplicationContext) {}

  async plan(seats: number, { allRules, registered = 0, waiting = 0 }: Wish = {}): Promise<BenchEvent> {
    const slug = `bench-${Date.now()}-${this.planned++}`;
    const day = Temporal.Now.plainDateISO().add({ days: 30 });
    const id = await this.get(PlanningService).plan({
      slug,
      kind: 'workshop',
      status: 'published',
      format: 'online',
      audience: 'public',
      title: { de: 'Messung' },
      dates: [{ starts: `${day}T10:00`, ends: `${day}T12:00` }],
    });
    await this.get(StandingService).open({ id, kind: 'workshop' }, { online: seats });
    if (registered + waiting > 0) {
      await this.get(DataSource).query(CROWD, [id, registered, waiting]);
      await this.get(DataSource).query(COUNTED, [id, registered, waiting]);
      // What the server would do within the next minutes, and so while it is measured.
      await this.get(DataSource).query('VACUUM (ANALYZE) registration');
      await this.checkpoint();
    }
    return { id, slug, answers: allRules ? await this.turnRulesOn(id) : undefined };
  }

  async checkpoint(): Promise<void> {
    await this.get(DataSource).query('CHECKPOINT');
  }

  private async turnRulesOn(id: string): Promise<Record<string, unknown>> {
    this.members ??= this.enterMembers();
    await this.members;
    const rules = this.get(DeskRulesService);
    await rules.save(id, { lineOrder: 'fair' }, ACTOR);
    await rules.saveContingents(id, { memberGuaranteed: 2, memberCap: 2_000, overrides: {} }, ACTOR);
    const { questions } = await this.get(FormService).save(
      id,
      { version: null, questions: QUESTIONS(), consents: [] },
      ACTOR,
    );
    const [short, single, yesNo, number, date] = questions.map(({ id: question }) => question) as string[];
    return {
      [short as string]: 'Climate office',
      [single as string]: questions[1]?.options[0]?.id,
      [yesNo as string]: true,
      [number as string]: 3,
      [date as string]: '2030-01-31',
    };
  }

  private enterMembers() {
    const cities = Array.from({ length: CITIES }, (_, number) => cityName(number));
    const members = cities.map((name) => ({ name, kind: 'city' as const, from: '2020-01-01' }));
    return this.get(MemberService).enter(members, Temporal.Now.instant());
  }

  private get<T>(service: new (...needed: never[]) => T): T {
    return this.rooms.get(service as never, { strict: false });
  }
}

const QUESTIONS = (): QuestionDraft[] =>
  (['short', 'single', 'yesNo', 'number', 'date'] as const).map((kind) => ({
    id: randomUUID(),
    kind,
    label: { de: `Frage ${kind}` },
    help: {},
    required: true,
    sensitive: false,
    options: kind === 'single' ? ['A', 'B'].map((label) => ({ label: { de: label }, limit: null })) : [],
    shownWhen: null,
    least: null,
    most: null,
  }));

const CROWD = `
  INSERT INTO registration (id, event_id, reference, status, holds_seat, attendance, email, email_key, first_name,
    last_name, name_key, organization, language, line, told_at, created_at, changed_at)
  SELECT gen_random_uuid(), $1::uuid, gen_random_uuid()::text, status, status = 'confirmed', 'online',
    'crowd' || n || '@city.example', 'crowd' || n || '@city.example', 'Crowd', 'Person ' || n, 'crowdperson' || n,
    'City ' || n % 97, 'de', CASE WHEN status = 'waitlisted' THEN n - $2 END, now(), now(), now()
  FROM (SELECT n, CASE WHEN n <= $2 THEN 'confirmed' ELSE 'waitlisted' END AS status
    FROM generate_series(1, $2::integer + $3::integer) AS n) AS crowd`;

const COUNTED = `UPDATE standing SET online_taken = $2, online_waiting = $3, next_line = $3::integer + 1 WHERE event_id = $1`;
