import 'reflect-metadata';
import { Body, Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

/** The same stack with nothing behind it: what a request costs before the product does anything. */
@Controller()
class BareController {
  @Get()
  read() {
    return { status: 'fine' };
  }

  @Post()
  @HttpCode(201)
  write(@Body() body: unknown) {
    return { status: body ? 'confirmed' : 'empty' };
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(Number(process.argv[2]), '127.0.0.1');
process.once('SIGTERM', () => void app.close());
