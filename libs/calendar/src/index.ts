export { CalendarModule } from './calendar.module.js';
export { type FeedChoice, FeedService, type FeedText, type FeedVersion } from './feed.service.js';
export { type PersonalFeed, PersonalFeeds } from './personal-feed.service.js';
