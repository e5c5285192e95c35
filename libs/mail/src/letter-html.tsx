import { renderToString } from 'preact-render-to-string';
import type { Language } from '#language';
import { type Block, colon, type Footer, type Letter, type Link, MASK, type Said } from './letter.js';

// Nothing is fetched from anywhere: no fonts, no pictures; what a mail program strips of this is not missed.
const STYLE = `
  body { font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em; }
  dt { font-weight: bold; }
  dd { margin: 0 0 .5em; }
  footer { margin-top: 2em; font-size: 14px; }
`;

/** The letter as an HTML document of its own, readable without any styling. */
export function letterHtml(letter: Letter, footer: Footer): string {
  return `<!DOCTYPE html>${renderToString(<Document letter={letter} footer={footer} />)}`;
}

const Document = ({ letter, footer }: { letter: Letter; footer: Footer }) => (
  <html lang={letter.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{letter.subject}</title>
      <style>{STYLE}</style>
    </head>
    <body>
      <main>
        <p>{letter.greeting}</p>
        {letter.blocks.map((block) => (
          <Part block={block} language={letter.language} />
        ))}
      </main>
      <footer>
        <p>
          <Lines text={footer.lines.join('\n')} />
        </p>
        <Links links={footer.links} language={letter.language} />
      </footer>
    </body>
  </html>
);

function Part({ block, language }: { block: Block; language: Language }) {
  if ('links' in block) return <Links links={block.links} language={language} />;
  if ('paragraph' in block) {
    return (
      <p>
        <Words said={block.paragraph} language={language} />
      </p>
    );
  }
  return (
    <dl>
      {block.facts.map(([label, value]) => (
        <>
          <dt>{label + colon(language)}</dt>
          <dd>
            <Words said={value} language={language} />
          </dd>
        </>
      ))}
    </dl>
  );
}

const Links = ({ links, language }: { links: readonly Link[]; language: Language }) => (
  <>
    {links.map(({ label, url }) => (
      <p>{url === MASK ? `${label}${colon(language)} ${MASK}` : <a href={url}>{label}</a>}</p>
    ))}
  </>
);

function Words({ said, language }: { said: Said; language: string }) {
  if (typeof said === 'string') return <Lines text={said} />;
  if (said.language === language) return <Lines text={said.text} />;
  return (
    <span lang={said.language}>
      <Lines text={said.text} />
    </span>
  );
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
);
