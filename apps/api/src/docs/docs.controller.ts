import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, UseFilters } from '@nestjs/common';
import { projectRoot, SETTINGS, type Settings } from '#config';
import { ProblemFilter } from '../problem/problem.filter.js';
import { docsPage } from './docs.page.js';
import { describeApi } from './openapi.js';

const KEEP = 'public, max-age=300';

/** The description of the API, for programs and for the people who write them. */
@Controller('api')
@UseFilters(ProblemFilter)
export class DocsController {
  private readonly json: string;
  private readonly page: string;
  private readonly style: string;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    const description = describeApi(publicUrl);
    this.json = JSON.stringify(description);
    this.page = docsPage(description);
    this.style = readFileSync(join(projectRoot, 'apps/api/assets/docs.css'), 'utf8');
  }

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', KEEP)
  openapi(): string {
    return this.json;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', KEEP)
  docs(): string {
    return this.page;
  }

  @Get('docs.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', KEEP)
  stylesheet(): string {
    return this.style;
  }
}
