/** What a browser shows: the page at the end of all redirects. */
export interface Page {
  status: number;
  /** Path and query of where one ended up. */
  path: string;
  html: string;
  /** The words on it, without markup and with single blanks. */
  text: string;
  headers: Headers;
}

type Fields = Record<string, string>;

/** Somebody at a browser without JavaScript, who keeps cookies, follows links and sends forms. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly language = 'en',
  ) {}

  open(path: string, headers: Fields = {}): Promise<Page> {
    return this.follow(path, { headers });
  }

  /** Sends fields, or a body as it stands, and follows where the answer leads. */
  post(path: string, fields: Fields | string = '', headers: Fields = {}): Promise<Page> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return this.follow(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  /** Presses the button of a page's form: everything in it is sent, with these fields filled in. */
  submit(page: Page, fields: Fields = {}, action = page.path.split('?')[0] ?? ''): Promise<Page> {
    return this.post(action, { ...formOn(page, action), ...fields });
  }

  /** One request, redirects not followed. */
  async send(path: string, request: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': this.language, ...(cookie && { cookie }), ...request.headers };
    const answer = await fetch(this.url + path, { ...request, redirect: 'manual', headers });
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  private async follow(path: string, request: RequestInit): Promise<Page> {
    const answer = await this.send(path, request);
    const location = answer.headers.get('location');
    if (location && answer.status === 303) return this.follow(location, {});
    const html = await answer.text();
    return { status: answer.status, path, html, text: wordsOf(html), headers: answer.headers };
  }
}

/** The fields of a page's form as they stand. */
export function formOn({ html, path }: Page, action: string): Fields {
  const forms = html.split('<form').slice(1);
  const own = forms
    .find((form) => form.includes(` action="${action}"`) || form.includes(` formaction="${action}"`))
    ?.split('</form>')[0];
  if (!own) throw new Error(`${path} has no form that is sent to ${action}`);
  const inputs = [...own.matchAll(/<input [^>]*>/g)].map(([input]) => input);
  return Object.fromEntries(
    inputs
      .filter((input) => !/type="(radio|checkbox)"/.test(input) || / checked/.test(input))
      .map((input) => [valueIn(input, 'name'), valueIn(input, 'value')]),
  );
}

const valueIn = (tag: string, name: string): string =>
  unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const wordsOf = (html: string): string =>
  unescaped(
    html
      .replace(/^.*?<body/s, '<')
      .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
      .replace(/<[^>]*>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
