import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

type Fields = Record<string, string | string[]>;

/** A browser without JavaScript: keeps cookies, fills in forms, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The latest answer. */
  answer!: LightMyRequestResponse;

  constructor(private readonly server: FastifyInstance) {}

  get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.send({ method: 'GET', url, headers });
  }

  /** Sends a form as it stands, without a token; a list is what several ticked boxes send. */
  post(url: string, fields: Fields): Promise<LightMyRequestResponse> {
    return this.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: encoded(fields),
    });
  }

  /** Opens a page and sends its form with that action, hidden fields included. */
  async submit(page: string, action: string, fields: Fields = {}): Promise<LightMyRequestResponse> {
    const { body } = await this.get(page);
    const form = body.split('<form').find((part) => part.includes(`action="${action}"`));
    if (!form) throw new Error(`${page} has no form that is sent to ${action}`);
    const hidden = [
      ...form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g),
    ];
    return this.post(action, {
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value?.replaceAll('&amp;', '&')])),
      ...fields,
    });
  }

  /** Opens a page and sends a file with its form with that action. */
  async upload(page: string, action: string, file: { name: string; content: Buffer }) {
    const { body } = await this.get(page);
    const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const form = new FormData();
    form.set('_csrf', token);
    form.set('file', new File([new Uint8Array(file.content)], file.name));
    const sent = new Response(form);
    return this.send({
      method: 'POST',
      url: action,
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
  }

  signIn(email: string, password: string, next = ''): Promise<LightMyRequestResponse> {
    return this.submit(`/office/sign-in${next && `?next=${encodeURIComponent(next)}`}`, '/office/sign-in', {
      email,
      password,
    });
  }

  private async send(request: {
    method: 'GET' | 'POST';
    url: string;
    headers: Record<string, string>;
    payload?: string | Buffer;
  }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': 'en', ...(cookie && { cookie }), ...request.headers };
    this.answer = await this.server.inject({ ...request, headers });
    for (const { name, value } of this.answer.cookies as { name: string; value: string }[]) {
      if (value) this.cookies.set(name, encodeURIComponent(value));
      else this.cookies.delete(name);
    }
    return this.answer;
  }
}

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();
