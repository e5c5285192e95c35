import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '#config';
import { AppModule } from './app.module.js';
import { createLog } from './log/log.js';
import { NestLog } from './log/nest-log.js';

/** Opens the rooms of the house for one piece of work, without serving anybody, and closes them again. */
export async function inRooms<T>(
  settings: Settings,
  databaseUrl: string,
  work: (rooms: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const rooms = await NestFactory.createApplicationContext(AppModule.for(settings, databaseUrl, []), {
    logger: new NestLog(createLog(settings)),
    abortOnError: false,
  });
  try {
    return await work(rooms);
  } finally {
    await rooms.close();
  }
}
