import type { LetterTemplate } from '../../../lib/letter/model';
import { sources } from '../../../lib/letter/sources';

/** Where each section’s claims come from. A section that claims nothing names none. */
export function SourceList({ letter }: { letter: LetterTemplate }) {
  const claiming = letter.sections.filter((section) => section.sources.length > 0);
  if (claiming.length === 0) return null;
  return (
    <details className="fold sources">
      <summary>Sources, section by section</summary>
      <dl>
        {claiming.map((section) => (
          <div key={section.id}>
            <dt>{section.title}</dt>
            {section.sources.map((key) => (
              <dd key={key}>
                <SourceLine name={key} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

function SourceLine({ name }: { name: string }) {
  const source = sources.get(name);
  if (!source) return name;
  const { title, publisher, month, link } = source;
  return (
    <>
      {link.startsWith('https://') ? (
        <a href={link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {`, ${[publisher, month].filter(Boolean).join(', ')}`}
    </>
  );
}
