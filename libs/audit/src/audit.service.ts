import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, Repository } from 'typeorm';
import { Clock } from '#config';
import { insertion, type Statement } from '#database';
import { AuditEntry } from './audit-entry.entity.js';

/** What a deed was done to: the kind of thing and its id. */
export interface Subject {
  type: string;
  id: string;
}

/** A deed to be written down. */
export interface Deed {
  actor: string;
  action: string;
  subject: Subject;
  before?: object;
  after?: object;
}

/** Who did what, when, before and after. */
@Injectable()
export class AuditService {
  constructor(
    @InjectRepository(AuditEntry) private readonly entries: Repository<AuditEntry>,
    private readonly clock: Clock,
  ) {}

  /** Writes a deed down in the caller's transaction, so that neither is there without the other. */
  async record(manager: EntityManager, { actor, action, subject, before, after }: Deed): Promise<void> {
    await manager.insert(AuditEntry, {
      at: this.clock.now(),
      actor,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      before: before ?? null,
      after: after ?? null,
    });
  }

  /** The same of any number of deeds as statements, to be sent together with those of what was done; none for none. */
  statements(deeds: readonly Deed[]): Statement[] {
    const rows = deeds.map(({ actor, action, subject, before, after }) => ({
      actor,
      action,
      subject_type: subject.type,
      subject_id: subject.id,
      before,
      after,
    }));
    return insertion('audit_entry', rows, { shared: { at: this.clock.now().toString() } });
  }

  /** Writes down a deed that has no transaction of its own. */
  note(deed: Deed): Promise<void> {
    return this.record(this.entries.manager, deed);
  }

  /** Everything that was done to something, the latest first. */
  of({ type, id }: Subject): Promise<AuditEntry[]> {
    return this.entries.find({ where: { subjectType: type, subjectId: id }, order: { id: 'DESC' } });
  }

  /** The latest deeds done to things of these kinds, the latest first; `ids` by kind. */
  latest(ids: Readonly<Record<string, readonly string[]>>, most: number): Promise<AuditEntry[]> {
    return this.entries.find({
      where: Object.entries(ids).map(([type, some]) => ({ subjectType: type, subjectId: In([...some]) })),
      order: { id: 'DESC' },
      take: most,
    });
  }
}
