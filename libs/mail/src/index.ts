export { Delivery } from './delivery.service.js';
export type { Block, CalendarPart, Letter, Link, Said } from './letter.js';
export { Letterhead } from './letterhead.js';
export { MailModule } from './mail.module.js';
export { type Compose, MailKinds } from './mail-kinds.js';
export { MailLog, type MessageFilter, type MessageLine, type MessagePage } from './mail-log.service.js';
export { type Facts, MESSAGE_STATUSES, Message, type MessageStatus } from './message.entity.js';
export { type NewMessage, Outbox } from './outbox.service.js';
