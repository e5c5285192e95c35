import { HttpStatus, Injectable } from '@nestjs/common';
import { type Answer, type Comer, type InvitationView, ReplyService } from '#invitation';
import { Refusal, statusOf } from '#language';
import { MemberService } from '#member';
import { MOST_PEOPLE_AT_ONCE, offered } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { inParty, refusedIn } from '../registration/refused.js';
import { RegisterViews } from '../registration/register-views.service.js';
import type { Visit } from '../view/index.js';
import { freshInput, type ReplyInput, readReply, typedInto } from './reply-form.js';
import type { ReplyView } from './reply-view.js';

/** An invitation as pages need it: on whose behalf, and who comes by it. */
export interface Answerable extends InvitationView {
  memberName?: string;
  comers: Comer[];
  /** What was said with the latest reply. */
  word?: string;
  /** Who stands in, as named. */
  substitute?: { name: string; email: string };
}

/** Where the forms are sent, and what goes with them unseen. */
export type Sending = Pick<ReplyView, 'action' | 'hidden' | 'open'>;

/** A form that comes back, with the status of the answer. */
interface Returned {
  status: number;
  view: ReplyView;
}

/** The forms of a reply, for the invited person and for the office on the phone. */
@Injectable()
export class Replies {
  constructor(
    private readonly replies: ReplyService,
    private readonly members: MemberService,
    private readonly forms: RegisterViews,
  ) {}

  /** What the pages of an invitation show. */
  async answerable(found: InvitationView): Promise<Answerable> {
    const { memberId } = found.invitation;
    const memberName = memberId ? (await this.members.byId(memberId)).member.name : undefined;
    const [latest] = await this.replies.history(found.invitation.id);
    const substitute = await this.replies.substituteOf(found.invitation.id);
    return {
      ...found,
      memberName,
      comers: await this.replies.comers(found.invitation),
      word: latest?.word ?? undefined,
      substitute: substitute
        ? { name: `${substitute.firstName} ${substitute.lastName}`.trim(), email: substitute.email }
        : undefined,
    };
  }

  /** The forms before anybody typed. */
  fresh(about: Answerable, visit: Visit, sending: Sending): Promise<ReplyView> {
    return this.view(about, visit, inputFor(about), sending);
  }

  /** Takes a reply; answers nothing when it is done, else the form with what is wrong. */
  async take(
    answer: Answer,
    body: unknown,
    about: Answerable,
    { visit, actor, sending }: { visit: Visit; actor: string; sending: Sending },
  ): Promise<Returned | undefined> {
    const typed = typedInto(answer, (body ?? {}) as Record<string, unknown>, inputFor(about));
    const { language } = about.invitation;
    const choices = await this.forms.choices(about.event, visit.language);
    const read = readReply(answer, typed, { language, choices });
    const again = (shown: Partial<ReplyView['coming']>) =>
      this.view(about, visit, typed.input, { ...sending, open: answer }, shown);
    if ('errors' in read) {
      const errors = sentencesOf(read.errors, visit.t);
      return { status: HttpStatus.UNPROCESSABLE_ENTITY, view: await again({ errors }) };
    }
    if (!('reply' in read)) return { status: HttpStatus.OK, view: await again({ focus: read.focus }) };
    try {
      await this.replies.reply(about.invitation.id, read.reply, { actor, language });
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const said = refusedIn(visit, error, choices, inParty);
      return { status: statusOf(error), view: await again(said) };
    }
  }

  private async view(
    { event }: Answerable,
    visit: Visit,
    { coming, word, substitute }: ReplyInput,
    sending: Sending,
    shown: Partial<ReplyView['coming']> = {},
  ): Promise<ReplyView> {
    const { brief, waits } = await this.forms.standing(event, visit.language);
    return {
      ...sending,
      word,
      substitute,
      coming: {
        // Who is invited is known by that, and need prove nothing by an address.
        event: {
          ...brief,
          entry: brief.entry && { ...brief.entry, confirmsAddress: false, memberAddress: false },
        },
        ...coming,
        attendances: offered(event),
        choices: await this.forms.choices(event, visit.language, waits),
        canAdd: coming.people.length < MOST_PEOPLE_AT_ONCE,
        errors: {},
        ...shown,
      },
    };
  }
}

const inputFor = ({ invitation, memberName, comers }: Answerable): ReplyInput =>
  freshInput(invitation, memberName ?? '', comers.length > 0);
