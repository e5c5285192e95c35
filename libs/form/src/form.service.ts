import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { draftOf, type FormDraft } from './draft.js';
import { formDraftSchema } from './draft.schema.js';
import { emptyForm, type Form } from './form.js';
import { FormChanges } from './form-changes.js';
import { loadForm, writeForm } from './form-rows.js';
import { FormChanged } from './refusals.js';
import { revised } from './revised.js';

const MOST_KEPT = 500;

// How long a form that was just changed, mostly by another process, may still be answered as it was; in milliseconds.
const RECENT = 1_000;

/** What an event asks. */
@Injectable()
export class FormService {
  private readonly kept = new Map<string, Form>();
  private readonly recent = new Map<string, { form: Promise<Form>; until: number }>();

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
    private readonly changes: FormChanges,
    private readonly clock: Clock,
  ) {}

  /** The form of an event; an empty one where nothing is asked. */
  async of(eventId: string, within: EntityManager = this.manager): Promise<Form> {
    return this.current(eventId, await versionOf(eventId, within), within);
  }

  /**
   * The same for those who answer it: as it was within the last second, so that a crowd reads it once. They were shown
   * it minutes ago, and an answer is kept with the version that it answers.
   */
  lately(eventId: string): Promise<Form> {
    const now = performance.now();
    const recent = this.recent.get(eventId);
    if (recent && now < recent.until) return recent.form;
    if (this.recent.size >= MOST_KEPT) this.recent.clear();
    const form = this.of(eventId);
    this.recent.set(eventId, { form, until: now + RECENT });
    form.catch(() => this.recent.delete(eventId));
    return form;
  }

  /**
   * The same for who knows the version already: without a form it costs no query, and of a hot event the form is
   * read once. May be newer than the version given, never older.
   */
  async current(
    eventId: string,
    version: number | null,
    manager: EntityManager = this.manager,
  ): Promise<Form> {
    if (version === null) return emptyForm(eventId);
    const kept = this.kept.get(eventId);
    if (kept?.version === version) return kept;
    const form = await loadForm(eventId, manager);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(eventId, form);
    return form;
  }

  /**
   * Makes the form what the draft says, and returns it; saying the same again changes nothing but the version.
   * Throws a ZodError that names what is wrong, and {@link FormChanged}.
   */
  async save(
    eventId: string,
    draft: FormDraft,
    actor: string,
    within: EntityManager = this.manager,
  ): Promise<Form> {
    return this.write(eventId, formDraftSchema(draft.mainLanguage).parse(draft), actor, within);
  }

  /** Has another event, which has no form yet, ask the same; its questions and options have ids of their own. */
  async copy(
    fromEventId: string,
    toEventId: string,
    actor: string,
    within: EntityManager = this.manager,
  ): Promise<Form> {
    const form = await this.of(fromEventId, within);
    if (form.version === null) return emptyForm(toEventId);
    return this.write(toEventId, { ...draftOf(form), version: null }, actor, within);
  }

  private write(eventId: string, draft: FormDraft, actor: string, within: EntityManager): Promise<Form> {
    return within.transaction(async (manager) => {
      const now = this.clock.now();
      await lockForm(eventId, draft.version, now, manager);
      const before = await loadForm(eventId, manager);
      await writeForm(revised(before, draft), now, manager);
      await raiseVersion(eventId, now, manager);
      const after = await loadForm(eventId, manager);
      await this.audit.record(manager, {
        actor,
        action: 'form.save',
        subject: { type: 'event', id: eventId },
        before: facts(before),
        after: facts(after),
      });
      await this.changes.tell(after, manager);
      this.recent.delete(eventId);
      return after;
    });
  }
}

async function versionOf(eventId: string, manager: EntityManager): Promise<number | null> {
  const [row] = await manager.query('SELECT version FROM form WHERE event_id = $1', [eventId]);
  return row?.version ?? null;
}

/** Makes the row if there is none, and holds it; throws {@link FormChanged} unless it is of that version. */
async function lockForm(
  eventId: string,
  version: number | null,
  now: Temporal.Instant,
  manager: EntityManager,
): Promise<void> {
  const [row] = await manager.query(
    `INSERT INTO form (event_id, version, changed_at) VALUES ($1, nextval('form_version'), $2)
     ON CONFLICT (event_id) DO UPDATE SET changed_at = form.changed_at RETURNING version, xmax = 0 AS is_new`,
    [eventId, now.toString()],
  );
  if ((row.is_new ? null : row.version) !== version) throw new FormChanged();
}

async function raiseVersion(eventId: string, now: Temporal.Instant, manager: EntityManager): Promise<void> {
  await manager.query(
    `UPDATE form SET version = nextval('form_version'), changed_at = $2 WHERE event_id = $1`,
    [eventId, now.toString()],
  );
}

const facts = ({ version, questions, consents }: Form) => ({ version, questions, consents });
