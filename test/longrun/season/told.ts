import { Difference } from './difference.js';
import { SILENT, type Stage } from './stage.js';

interface Story {
  id: string;
  status: string;
  named: boolean;
  steps: Step[];
  /** Kinds of the mails about it, copies and repetitions left out. */
  mails: string[] | null;
}

interface Step {
  from: string | null;
  to: string;
  actor: string;
  what: string | null;
  /** The first name before and after, where it changed. */
  renamed: [string, string] | null;
}

/**
 * Holds histories against mails: every step leads on from the one before to where the registration stands, and every
 * step that is told has its one mail. Throws a {@link Difference}.
 */
export async function compareTold({ house, programme }: Stage): Promise<void> {
  const stories: Story[] = await house.manager.query(STORIES, [programme.events.map(({ plan }) => plan.id)]);
  const lines = stories.flatMap((story) => [...gaps(story), ...untold(story)]);
  if (lines.length > 0) throw new Difference(lines.slice(0, 12));
}

function gaps({ id, status, steps }: Story): string[] {
  let at: string | null = null;
  for (const { from, to, what } of steps) {
    // Told for the office's eyes: seats do not change by it.
    if (what === 'moved' || what === 'note' || what === 'line') continue;
    if ((from ?? at) !== at || (from === null && at !== null && to !== at))
      return [`registration ${id}: a step from ${from} to ${to} when it was ${at}: ${JSON.stringify(steps)}`];
    at = to;
  }
  return at === status ? [] : [`registration ${id}: is ${status}, but its history ends with ${at}`];
}

function untold({ id, named, steps, mails }: Story): string[] {
  const renamed = steps.find((step) => step.renamed)?.renamed;
  let isNamed = renamed ? renamed[0] !== '' : named;
  let mustBe = 0;
  for (const step of steps) {
    const wasNamed = isNamed;
    if (step.renamed) isNamed = step.renamed[1] !== '';
    const isSilent = step.actor === SILENT || ['moved', 'note', 'line'].includes(step.what ?? '');
    if (isSilent) continue;
    if (step.what === 'swapped' && wasNamed) mustBe += 1;
    const isByDesk = step.actor === 'desk';
    if (isByDesk ? !(step.to === 'expired' && step.from === 'unverified') : isNamed) mustBe += 1;
  }
  const is = mails?.length ?? 0;
  return is === mustBe
    ? []
    : [`registration ${id}: ${is} mails (${mails}), must be ${mustBe}: ${JSON.stringify(steps)}`];
}

const STORIES = `
  SELECT r.id, r.status, r.named,
    (SELECT json_agg(json_build_object('from', c.from_status, 'to', c.to_status, 'actor', c.actor, 'what', c.what,
      'renamed', c.detail->'firstName') ORDER BY c.id) FROM registration_change c WHERE c.registration_id = r.id) AS steps,
    (SELECT json_agg(m.kind ORDER BY m.id) FROM message m WHERE m.subject_id = r.id
      AND m.kind <> 'registration.again' AND m.key NOT LIKE '% copy') AS mails
  FROM registration r WHERE r.event_id = ANY($1)`;
