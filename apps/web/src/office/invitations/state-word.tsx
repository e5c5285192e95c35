import type { Cell } from '#invitation';
import { Badge, type Tone, type Visit } from '../../view/index.js';

const TONES: Record<Exclude<Cell['state'], 'none'>, Tone> = {
  coming: 'success',
  waiting: 'warning',
  substitute: 'info',
  declined: 'info',
  withdrawn: 'info',
  silent: 'warning',
  undeliverable: 'danger',
  noContact: 'danger',
};

/** Where an invitation, or a member's answer as a whole, stands; a dash where nobody was asked. */
export function StateWord({ visit, cell: { state, coming, waiting } }: { visit: Visit; cell: Cell }) {
  if (state === 'none') return <>–</>;
  const { t } = visit;
  return (
    <Badge tone={TONES[state]}>
      {state === 'coming' && coming > 1
        ? t('invitation.state.coming.many', { count: coming })
        : t(`invitation.state.${state}`)}
      {state === 'coming' && waiting > 0 && ` ${t('invitation.state.andWaiting', { count: waiting })}`}
    </Badge>
  );
}
