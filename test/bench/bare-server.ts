import 'reflect-metadata';
import { randomUUIDv7 } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';

const [, , port, databaseUrl] = process.argv;
const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });

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

  /** What one would write first: lock the event's row, look, insert, count, commit. */
  @Post('by-hand/:slug')
  @HttpCode(201)
  async byHand(@Param('slug') slug: string, @Body() person: Record<string, string>) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      return await registerByHand(client, slug, person);
    } finally {
      await client.query('COMMIT');
      client.release();
    }
  }
}

async function registerByHand(client: pg.PoolClient, slug: string, person: Record<string, string>) {
  const { rows } = await client.query(
    `SELECT s.* FROM standing s JOIN event e ON e.id = s.event_id WHERE e.slug = $1 FOR UPDATE OF s`,
    [slug],
  );
  const [standing] = rows;
  const name = `${person.firstName}${person.lastName}`.toLowerCase();
  const known = await client.query(
    `SELECT id, status FROM registration WHERE event_id = $1 AND email_key = $2 AND name_key = $3 AND status <> 'cancelled'`,
    [standing.event_id, person.email, name],
  );
  if (known.rows[0]) return { status: known.rows[0].status };
  const status = standing.online_taken < standing.online_capacity ? 'confirmed' : 'waitlisted';
  const id = randomUUIDv7();
  await client.query(
    `INSERT INTO registration (id, event_id, reference, status, holds_seat, attendance, email, email_key, first_name,
       last_name, name_key, organization, language, line, told_at, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, 'online', $6, $6, $7, $8, $9, $10, 'de', $11, now(), now(), now())`,
    [
      id,
      standing.event_id,
      id,
      status,
      status === 'confirmed',
      person.email,
      person.firstName,
      person.lastName,
      name,
      person.organization,
      standing.next_line,
    ],
  );
  await client.query(
    `INSERT INTO registration_change (registration_id, at, to_status, actor) VALUES ($1, now(), $2, 'participant')`,
    [id, status],
  );
  await client.query(
    `INSERT INTO message (id, kind, subject_id, event_id, to_address, to_name, language, facts, key, next_attempt_at, created_at)
     VALUES ($1, 'registration.registered', $2, $3, $4, $5, 'de', $6, $7, now(), now())`,
    [
      randomUUIDv7(),
      id,
      standing.event_id,
      person.email,
      name,
      JSON.stringify({ status }),
      `${id} registered 1`,
    ],
  );
  await client.query(
    `UPDATE standing SET online_taken = online_taken + $2, online_waiting = online_waiting + $3, next_line = next_line + $3
     WHERE event_id = $1`,
    [standing.event_id, status === 'confirmed' ? 1 : 0, status === 'confirmed' ? 0 : 1],
  );
  return { status };
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
