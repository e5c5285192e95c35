import { Badge, type Visit } from '../view/index.js';
import { type RegistrationStatus, statusTone } from './status.js';

export interface StatusWordProps {
  visit: Visit;
  status: RegistrationStatus;
  /** The place in the waiting list, from 1. */
  position?: number;
}

/** A registration's status as a badge, with the position where there is one. */
export function StatusWord({ visit, status, position }: StatusWordProps) {
  const waits = status === 'waitlisted' && position !== undefined;
  return (
    <Badge tone={statusTone[status]}>
      {waits ? visit.t('status.waitlisted.at', { position }) : visit.t(`status.${status}`)}
    </Badge>
  );
}
