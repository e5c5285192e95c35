import { Difference } from './difference.js';
import { SILENT, type Stage } from './stage.js';

interface Story {
  id: string;
  status: string;
  named: boolean;
  steps: Step[];
  /** The mails about it, copies and repetitions left out. */
  mails: Mail[] | null;
}

interface Step {
  at: string;
  from: string | null;
  to: string;
  actor: string;
  what: string | null;
  reason: string | null;
  /** The first name before and after, where it changed. */
  renamed: [string, string] | null;
  /** The address before and after, where it changed. */
  readdressed: [string, string] | null;
}

interface Told {
  at: string;
  step: Step;
  /** The step itself, its end to who was replaced, or to the old address that it goes to another. */
  tells: 'step' | 'replaced' | 'relocated';
}

interface Mail {
  at: string;
  kind: string;
  status: string;
}

/**
 * Holds histories against mails: every step leads on from the one before to where the registration stands, and every
 * step that is to be told is told once; steps of one moment may share a mail, which tells the last of them. Throws a
 * {@link Difference}.
 */
export async function compareTold({ house, programme }: Stage): Promise<void> {
  const stories: Story[] = await house.manager.query(STORIES, [programme.events.map(({ plan }) => plan.id)]);
  const lines = stories.flatMap((story) => [...gaps(story), ...untold(story)]);
  if (lines.length > 0) throw new Difference(lines.slice(0, 12));
}

function gaps({ id, status, steps }: Story): string[] {
  let at: string | null = null;
  for (const step of steps.filter(movesSeats)) {
    const { from, to } = step;
    const follows = from === null ? at === null || to === at : from === at;
    if (!follows) return [`registration ${id}: was ${at} at the step ${JSON.stringify(step)}`];
    at = to;
  }
  return at === status ? [] : [`registration ${id}: is ${status}, but its history ends with ${at}`];
}

function untold({ id, named, steps, mails }: Story): string[] {
  const told = toldSteps(steps, named);
  const moments = new Set([...told, ...(mails ?? [])].map(({ at }) => at));
  return [...moments].flatMap((at) => {
    const [facts, sent] = [told.filter((one) => one.at === at), (mails ?? []).filter((one) => one.at === at)];
    const last = facts.findLast(({ tells }) => tells === 'step');
    const since = last ? steps.slice(steps.indexOf(last.step)).filter((step) => step.at === at) : [];
    const tellsLast = !last || sent.some(({ status }) => since.some(({ to }) => to === status));
    // Who moves up or lapses by a step that is told to nobody is told of that.
    const own = new Set(facts.flatMap(({ step, tells }) => (tells === 'step' ? [step] : [])));
    const quiet = steps.filter((step) => step.at === at && step.from !== step.to && !own.has(step));
    const most = facts.length + quiet.length;
    if (sent.length <= most && sent.length >= Math.min(1, facts.length) && tellsLast) return [];
    return [`registration ${id}: mails ${JSON.stringify(sent)} for the steps ${JSON.stringify(facts)}`];
  });
}

// Once for each mail: who is replaced is told as well as who comes, and the old address as well as the new one.
function toldSteps(steps: readonly Step[], named: boolean): Told[] {
  const renamed = steps.find((step) => step.renamed)?.renamed;
  let isNamed = renamed ? renamed[0] !== '' : named;
  return steps.filter(movesSeats).flatMap((step) => {
    const { at } = step;
    const wasNamed = isNamed;
    if (step.renamed) isNamed = step.renamed[1] !== '';
    if (step.actor === SILENT) return [];
    const left: Told[] = wasNamed ? leaving(step).map((tells) => ({ at, step, tells })) : [];
    // The other place of the same person is what is told of.
    if (step.reason === 'registered twice') return left;
    const isQuiet = step.actor === 'desk' ? step.to === 'expired' && step.from === 'unverified' : !isNamed;
    return isQuiet ? left : [...left, { at, step, tells: 'step' }];
  });
}

function leaving({ what, from, readdressed }: Step): ('replaced' | 'relocated')[] {
  if (what === 'swapped') return ['replaced'];
  return what === 'corrected' && readdressed && from !== 'unverified' ? ['relocated'] : [];
}

const movesSeats = ({ what }: Step): boolean =>
  what === null || ['changed', 'swapped', 'corrected'].includes(what);

const STORIES = `
  SELECT r.id, r.status, r.named,
    (SELECT json_agg(json_build_object('at', c.at, 'from', c.from_status, 'to', c.to_status, 'actor', c.actor,
      'what', c.what, 'reason', c.reason, 'renamed', c.detail->'firstName', 'readdressed', c.detail->'email') ORDER BY c.id)
      FROM registration_change c WHERE c.registration_id = r.id) AS steps,
    (SELECT json_agg(json_build_object('at', m.created_at, 'kind', m.kind, 'status', m.facts->>'status') ORDER BY m.id)
      FROM message m WHERE m.subject_id = r.id AND m.kind <> 'registration.again' AND m.key NOT LIKE '% copy') AS mails
  FROM registration r WHERE r.event_id = ANY($1)`;
