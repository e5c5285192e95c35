export { type JobHandler, JobHandlers } from './job-handlers.js';
export type { JobName } from './job-names.js';
export { JobWorker } from './job-worker.js';
export { JobsModule } from './jobs.module.js';
export { Jobs } from './jobs.service.js';
export { prepareQueue } from './prepare-queue.js';
export type { Schedule } from './schedules.js';
export { type SeenWorker, Workers } from './workers.service.js';
