import { useMemo } from 'react';
import { addRecord } from '../../../lib/details/actions';
import { useDetails } from '../../../lib/details/store';
import type { LetterTemplate } from '../../../lib/letter/model';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { useToday } from '../useToday';
import type { SaveFile } from '../browserSide';
import { SectionHead } from '../SectionHead';
import { readBuiltInMarkdown } from './builtInMarkdown';
import { LetterEntry } from './LetterEntry';
import { OwnLetters } from './OwnLetters';
import { previewContext } from './previewContext';

export function LettersSection({ saveFile }: { saveFile: SaveFile }) {
  const own = useDetails(({ records }) => records.letter);
  const { signer, employer } = useDetails(({ records }) => records);
  const today = useToday();
  const choices = useDetails((details) => details.choices);
  const context = useMemo(() => {
    const person = signer.find(({ id }) => id === choices.signerId) ?? signer[0];
    const toWhom =
      employer.find(({ id }) => id === (person?.employerId || choices.employerId)) ?? employer[0];
    return previewContext(person, toWhom, today);
  }, [signer, employer, choices.signerId, choices.employerId, today]);
  return (
    <>
      <SectionHead
        title="Letters"
        lead="Every letter, as it reads with your details. You choose requests, dates and copies when you write."
      />
      <p className="notice">
        Built on published passages of NAHT’s template letter; not NAHT’s official text; not affiliated with
        NAHT, Ofsted, Google or Microsoft.
      </p>
      <div className="card">
        {builtInLetters.map((letter) => (
          <LetterEntry key={letter.id} letter={letter} context={context}>
            <button type="button" className="button" onClick={() => void duplicate(letter)}>
              Copy and change it
            </button>
          </LetterEntry>
        ))}
      </div>
      <OwnLetters letters={own} builtIn={builtInLetters} context={context} saveFile={saveFile} />
    </>
  );
}

async function duplicate(letter: LetterTemplate): Promise<void> {
  const markdown = await readBuiltInMarkdown(letter.id);
  await addRecord('letter', { title: `${letter.title} (my copy)`, markdown });
}
