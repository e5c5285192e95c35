import { renderToStaticMarkup } from 'preact-render-to-string';
import { PROBLEM_KINDS } from '../problem/problem-kinds.js';
import { FeedsPart } from './feeds-part.js';
import type { ApiDescription } from './openapi.js';
import { OperationPart } from './operation-part.js';
import { operationsIn } from './operations.js';

/** The description of the API as a page. It is in English only, like the field names it is about. */
export function docsPage(api: ApiDescription): string {
  const operations = operationsIn(api);
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{`${api.info.title} API`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/api/docs.css" />
        {/* Without any, browsers ask for /favicon.ico, which there is not. */}
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <h1>{`${api.info.title} API ${api.info.version}`}</h1>
          <p>{api.info.description}</p>
          <p>
            For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI {api.openapi})
          </p>
        </header>
        <nav aria-label="On this page">
          <ul>
            {operations.map(({ id, summary }) => (
              <li key={id}>
                <a href={`#${id}`}>{summary}</a>
              </li>
            ))}
            <li>
              <a href="#problems">Errors</a>
            </li>
            <li>
              <a href="#feeds">Calendar feeds</a>
            </li>
          </ul>
        </nav>
        <main>
          {operations.map((operation) => (
            <OperationPart key={operation.id} operation={operation} />
          ))}
          <ProblemsPart />
          <FeedsPart />
        </main>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}

function ProblemsPart() {
  return (
    <section id="problems">
      <h2>Errors</h2>
      <p>
        Every error is <code>application/problem+json</code> (RFC 9457) with <code>type</code>,{' '}
        <code>title</code>, <code>status</code>, <code>detail</code> and, where single fields are wrong,{' '}
        <code>errors</code>. Title and detail are in the language of <code>lang</code> or{' '}
        <code>Accept-Language</code>. Nothing has changed when a request is refused. Tell cases apart by{' '}
        <code>type</code>:
      </p>
      <dl>
        {PROBLEM_KINDS.map(({ name, status, meaning }) => (
          <div id={name} key={name}>
            <dt>
              <code>{`/api/docs#${name}`}</code> {status}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
