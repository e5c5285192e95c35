import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Row } from './import/cells.js';

/** A file that was looked at and may be applied; kept for a day. */
@Entity('import_preview')
export class ImportPreviewRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  fileName!: string;

  /** The lines as read; judged anew when they are applied. */
  @Column('jsonb')
  rows!: Row[];

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;
}
