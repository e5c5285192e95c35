import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import type { Event } from '#event';
import { FormService } from '#form';
import type { Language } from '#language';
import { MemberService, SpellingService } from '#member';
import {
  type DeskRules,
  DeskRulesService,
  MOST_PEOPLE_AT_ONCE,
  offered,
  type RegistrationView,
  StandingService,
} from '#registration';
import { type EventBrief, isWaiting } from '../event/event-brief.js';
import { toEventBrief } from '../event/to-event-view.js';
import { type EventChoices, toEventChoices } from './event-choices.js';
import type { RegisterView } from './register-view.js';
import type { RegistrationInput } from './registration-form.js';

type Typed = Pick<RegistrationInput, 'submission' | 'people' | 'copyTo'>;
type Returned = Partial<Pick<RegisterView, 'errors' | 'refused' | 'focus'>>;

/** What the registration form of an event shows and asks at this moment. */
@Injectable()
export class RegisterViews {
  constructor(
    private readonly standings: StandingService,
    private readonly rules: DeskRulesService,
    private readonly forms: FormService,
    private readonly members: MemberService,
    private readonly spellings: SpellingService,
    private readonly clock: Clock,
  ) {}

  /** The form with what was typed into it, and what is wrong with that. */
  async form(event: Event, input: Typed, returned: Returned, language: Language): Promise<RegisterView> {
    const { brief, waits } = await this.standing(event, language);
    const members = await this.membersOf(event);
    return {
      ...input,
      event: brief,
      attendances: offered(event),
      choices: await this.choices(event, language, waits),
      members,
      organizations: members ? undefined : await this.spellings.suggestions(),
      canAdd: input.people.length < MOST_PEOPLE_AT_ONCE,
      errors: {},
      ...returned,
    };
  }

  /** What each person is asked beside name and address. */
  async choices(event: Event, language: Language, waits = false): Promise<EventChoices> {
    const form = await this.forms.of(event.id);
    const allotments = await this.standings.allotments(event.id);
    return toEventChoices({ event, form, allotments, language, waits });
  }

  /** What somebody else who is registered is asked; what they hold is not taken to them. */
  async choicesOf(
    { event, registration, claims }: Pick<RegistrationView, 'event' | 'registration' | 'claims'>,
    language: Language,
  ): Promise<EventChoices> {
    const form = await this.forms.of(event.id);
    const allotments = await this.standings.allotments(event.id);
    const own = claims.filter(({ held }) => held).map(({ id }) => id);
    const waits = !registration.holdsSeat;
    const choices = toEventChoices({ event, form, allotments, language, waits, own });
    return { ...choices, ownWord: 'desk.choice.own' };
  }

  /** How the event stands now, and whether nobody who registers holds a seat at once. */
  async standing(event: Event, language: Language): Promise<{ brief: EventBrief; waits: boolean }> {
    const seats = (await this.standings.seats([event])).get(event.id);
    const rules = await this.rules.of(event.id);
    const brief = toEventBrief({ event, seats, rules, language, now: this.clock.now() });
    return { brief, waits: waitsAt(brief, rules) };
  }

  /** Whose people may come, where the event is for members only. */
  async membersOf(event: Event): Promise<string[] | undefined> {
    if (event.audience !== 'members') return undefined;
    const today = this.clock.now().toZonedDateTimeISO(event.timeZone).toPlainDate();
    return this.members.namesOn(today.toString());
  }
}

const waitsAt = (event: EventBrief, rules: DeskRules): boolean =>
  isWaiting(event) ||
  (rules.verifyMinutes !== null
    ? !rules.verifyHoldsSeat
    : event.entry?.approval === true && !rules.requestHoldsSeat);
