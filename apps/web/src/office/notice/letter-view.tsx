import type { Block, Letter, Said } from '#mail';
import { DescriptionList, Disclosure, Fact } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';

/** A letter as its readers will see it; its links are named only, since each person gets their own. */
export function LetterView({ visit, letter }: { visit: OfficeVisit; letter: Letter }) {
  const { language, subject, greeting, blocks } = letter;
  return (
    <Disclosure title={visit.t(`notice.mail.in.${language}`)} open={language === visit.language}>
      <div class="prose parts" lang={language}>
        <p class="kern-body">
          <strong>{subject}</strong>
        </p>
        <p class="kern-body">{greeting}</p>
        {blocks.map((block, index) => (
          <Part block={block} key={index} />
        ))}
      </div>
    </Disclosure>
  );
}

function Part({ block }: { block: Block }) {
  if ('paragraph' in block) {
    return (
      <p class="kern-body">
        <Words said={block.paragraph} />
      </p>
    );
  }
  if ('facts' in block) {
    return (
      <DescriptionList>
        {block.facts.map(([label, value], index) => (
          <Fact term={label} key={index}>
            <Words said={value} />
          </Fact>
        ))}
      </DescriptionList>
    );
  }
  return <p class="kern-body">{block.links.map(({ label }) => `[${label}]`).join(' ')}</p>;
}

const Words = ({ said }: { said: Said }) =>
  typeof said === 'string' ? said : <span lang={said.language}>{said.text}</span>;
