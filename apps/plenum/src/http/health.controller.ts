import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';

const PATIENCE_MS = 2_000;

/** What a load balancer asks: is the process alive, and can it serve people? */
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: string } {
    return { status: 'up' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: string; database: string }> {
    if (await this.databaseAnswers()) return { status: 'up', database: 'up' };
    throw new ServiceUnavailableException({ status: 'down', database: 'down' });
  }

  private databaseAnswers(): Promise<boolean> {
    const asked = this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
    return Promise.race([asked, late]);
  }
}
