import { clockTime, type MessageKey, type Shown, shortDay, span } from '#language';
import { errorId, FieldError } from '../view/components/field.js';
import { type FieldErrors, hours, ShownText, type Visit } from '../view/index.js';

/** A session as it is offered. */
export interface SessionChoice {
  id: string;
  title: Shown;
  /** Left out where the hour is open. */
  start?: Temporal.ZonedDateTime;
  end?: Temporal.ZonedDateTime;
  /** Null: as many as there are seats. */
  capacity: number | null;
  left: number | null;
}

export interface SessionChoicesProps {
  visit: Visit;
  /** The first choice carries it as its id, so that an error summary can link to it. */
  name: string;
  sessions: readonly SessionChoice[];
  chosen: readonly string[];
  errors: FieldErrors;
  /** What whoever chooses has already. */
  own?: ReadonlySet<string>;
  /** How that is said, where it is not said to the person. */
  ownWord?: MessageKey;
  /** Taken sessions can be wished for: what is chosen is held with the seat, which comes later. */
  waits?: boolean;
}

/** The sessions to choose from with their times and free seats; what is taken is shown, but cannot be chosen. */
export function SessionChoices(props: SessionChoicesProps) {
  const { visit, name, sessions, chosen, errors, waits } = props;
  if (sessions.length === 0) return null;
  const { t } = visit;
  const wrong = Boolean(errors[name]);
  const described = [`${name}.hint`, wrong && errorId(name)].filter(Boolean).join(' ');
  return (
    <fieldset class={`kern-fieldset${wrong ? ' kern-fieldset--error' : ''}`} aria-describedby={described}>
      <legend class="kern-label">
        {t('register.sessions')}
        <span class="kern-label__optional"> {t('site.optional')}</span>
      </legend>
      <div class="kern-hint" id={`${name}.hint`}>
        {t('register.sessions.hint')}
      </div>
      <div class="kern-fieldset__body">
        {sessions.map((session, index) => {
          const id = index === 0 ? name : `${name}.${session.id}`;
          const isChosen = chosen.includes(session.id);
          return (
            <div class="kern-form-check" key={session.id}>
              <input
                class={`kern-form-check__checkbox${wrong ? ' kern-form-check__checkbox--error' : ''}`}
                id={id}
                name={name}
                type="checkbox"
                value={session.id}
                checked={isChosen}
                disabled={session.left === 0 && !isChosen && !waits}
              />
              <label class="kern-label" for={id}>
                <SessionTitle visit={visit} session={session} among={sessions} />
                {session.left !== null && <span class="choice-hint"> ({seatsOf(props, session)})</span>}
              </label>
            </div>
          );
        })}
      </div>
      <FieldError name={name} errors={errors} />
    </fieldset>
  );
}

type Timed = Pick<SessionChoice, 'title' | 'start' | 'end'>;

/** "10:30–11:30 Uhr: Site visit", with the day where `among` there are sessions of several days. */
export function SessionTitle({
  visit,
  session,
  among,
}: {
  visit: Visit;
  session: Timed;
  among: readonly Timed[];
}) {
  const when = timeOf(session, among, visit);
  return (
    <>
      {when && `${when}: `}
      <ShownText text={session.title} visit={visit} />
    </>
  );
}

function timeOf({ start, end }: Timed, among: readonly Timed[], { language }: Visit): string {
  if (!start) return '';
  const days = new Set(among.flatMap((one) => one.start?.toPlainDate().toString() ?? []));
  if (days.size > 1) {
    return end ? span(start, end, language) : `${shortDay(start, language)}, ${clockTime(start, language)}`;
  }
  return end ? hours(start, end, language) : clockTime(start, language);
}

function seatsOf(
  { visit: { t }, own, ownWord = 'register.choice.own' }: SessionChoicesProps,
  { id, capacity, left }: SessionChoice,
): string {
  if (left) return t('seats.free', { free: left, capacity: capacity ?? left });
  return t(own?.has(id) ? ownWord : 'register.sessions.full');
}
