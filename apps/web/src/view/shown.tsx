import type { Language, Shown } from '#language';
import type { Visit } from './visit.js';

/** The language a text is really in, where it differs from the page's; undefined leaves the attribute out. */
export const langOf = (shown: Shown, visit: Pick<Visit, 'language'>): Language | undefined =>
  shown.language === visit.language ? undefined : shown.language;

/** A text of the office inside a line, marked where it is not in the page's language (WCAG 3.1.2). */
export function ShownText({ text, visit }: { text: Shown; visit: Pick<Visit, 'language'> }) {
  const lang = langOf(text, visit);
  return lang ? <span lang={lang}>{text.text}</span> : text.text;
}

/** A longer text of the office: blank lines part paragraphs, line ends are kept. */
export function Paragraphs({ text, visit }: { text: Shown; visit: Pick<Visit, 'language'> }) {
  const paragraphs = text.text.split(/\r?\n\s*\r?\n/).filter((paragraph) => paragraph.trim());
  return (
    <div class="prose" lang={langOf(text, visit)}>
      {paragraphs.map((paragraph) => (
        <p class="kern-body" key={paragraph}>
          {paragraph.trim()}
        </p>
      ))}
    </div>
  );
}
