import { pick, type Texts } from '#language';
import { Document, langOf, Paragraphs, ShownText, type Visit } from '../view/index.js';

/** A page that is only text: imprint, privacy, accessibility. */
export interface SiteText {
  title: Texts;
  sections: TextSection[];
}

export interface TextSection {
  /** Where links on other pages lead to. */
  id?: string;
  /** Missing where the association wrote the whole text itself. */
  heading?: Texts;
  /** Blank lines part paragraphs. */
  text: Texts;
}

/** Shows a text with its sections, each in the page's language as far as it exists. */
export function TextPage({ visit, text }: { visit: Visit; text: SiteText }) {
  const shown = (texts: Texts) => pick(texts, visit.language);
  const title = shown(text.title);
  return (
    <Document visit={visit} title={title.text}>
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large" lang={langOf(title, visit)}>
            {title.text}
          </h1>
        </div>
        {text.sections.map(({ id, heading, text }) => (
          <section class="text-section" id={id} key={heading?.de}>
            {heading && (
              <h2 class="kern-heading-medium">
                <ShownText text={shown(heading)} visit={visit} />
              </h2>
            )}
            <Paragraphs text={shown(text)} visit={visit} />
          </section>
        ))}
      </div>
    </Document>
  );
}
