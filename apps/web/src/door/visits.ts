import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { AssociationService } from '#association';
import { SETTINGS, type Settings } from '#config';
import { isLanguage, type Language, negotiate, pick, translator } from '#language';
import { render, type Visit } from '../view/index.js';

const COOKIE = 'lang';

/** How long a page may be kept by whom; only pages that name their language are the same for everybody. */
export type Keeping = 'public' | 'personal';

/** Turns requests into visits, and pages into answers. */
@Injectable()
export class Visits {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly association: AssociationService,
  ) {}

  get publicUrl(): string {
    return this.settings.publicUrl;
  }

  /** Who looks at what, in which language. */
  of(request: FastifyRequest): Visit {
    const language = languageOf(request);
    const { name, ...site } = this.association.current();
    return {
      language,
      t: translator(language),
      address: withoutLanguage(request.url),
      site: { ...site, name: pick(name, language) },
      demo: this.settings.mode === 'demo',
    };
  }

  /** Answers with a page. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    page: VNode,
    keeping: Keeping = 'personal',
  ): FastifyReply {
    const named = isLanguage(queryOf(request).lang);
    if (named) rememberLanguage(reply, languageOf(request));
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'cache-control',
        keeping === 'personal' ? 'no-store' : named ? 'public, max-age=30' : 'private, no-cache',
      )
      .header('content-language', languageOf(request))
      .header('vary', named ? 'accept-encoding' : 'accept-encoding, accept-language, cookie')
      .send(render(page));
  }
}

/** The language a request is answered in. */
export function languageOf(request: FastifyRequest): Language {
  return negotiate({
    query: queryOf(request).lang,
    cookie: request.cookies?.[COOKIE],
    header: request.headers['accept-language'],
  });
}

const queryOf = (request: FastifyRequest): Record<string, unknown> =>
  (request.query ?? {}) as Record<string, unknown>;

// The cookie says what the address says, so a shared cache may keep it with the page.
function rememberLanguage(reply: FastifyReply, language: Language): void {
  reply.setCookie(COOKIE, language, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 3600 });
}

function withoutLanguage(url: string): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.delete('lang');
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
