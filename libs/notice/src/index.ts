export type { NoticeDetail } from './change.js';
export { MinimumService } from './minimum.service.js';
export type { Notice } from './notice.entity.js';
export { NoticeModule } from './notice.module.js';
export { NoticeService, type Sending } from './notice.service.js';
export { changeFacts } from './notice-letter.js';
export { calendarKey, noticeWords } from './notice-words.js';
export { type NoticePreview, NoticePreviews, type Unreachable } from './preview.service.js';
export type { Phone } from './reachability.js';
export {
  NoticeReaders,
  type NoticeView,
  type OwnNotice,
  type Reader,
  type ReaderState,
  type Readers,
} from './readers.service.js';
export * from './refusals.js';
export { dateIn, happeningsFor, itemIn, type Scope, scopesOf } from './scope.js';
export type { NoticeWish } from './wish.js';
export { HAPPENINGS, type Happening } from './words.js';
