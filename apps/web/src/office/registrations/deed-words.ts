import type { MessageKey } from '#language';
import type { Deed } from './deeds.js';

/** What is said about a deed. */
export interface DeedWords {
  link: MessageKey;
  title: MessageKey;
  submit: MessageKey;
  /** Done, and nobody is told. */
  done: MessageKey;
  /** Done, and the person is told. */
  told: MessageKey;
  /** It was so already, or stands otherwise by now. */
  late: MessageKey;
}

export const wordsOf = (deed: Deed): DeedWords => WORDS[deed];

const common = (deed: 'approve' | 'decline' | 'seat' | 'restore'): DeedWords => ({
  link: `desk.${deed}`,
  title: `desk.${deed}.title`,
  submit: `desk.${deed}.submit`,
  done: `desk.${deed}.done`,
  told: `desk.${deed}.done.mail`,
  late: 'desk.nothing',
});

const WORDS: Record<Deed, DeedWords> = {
  approve: common('approve'),
  decline: common('decline'),
  seat: common('seat'),
  restore: common('restore'),
  line: {
    link: 'desk.line',
    title: 'desk.line.title',
    submit: 'desk.line.submit',
    done: 'desk.line.done',
    told: 'desk.line.done',
    late: 'desk.nothing',
  },
  withdraw: {
    link: 'office.withdraw',
    title: 'office.withdraw.title',
    submit: 'office.withdraw.submit',
    done: 'desk.withdraw.done',
    told: 'office.withdrawn',
    late: 'office.withdrawn.before',
  },
};
