import { useMemo } from 'react';
import { addRecord } from '../../../lib/details/actions';
import { useDetails } from '../../../lib/details/store';
import { builtInLetters } from '../../../lib/letter/builtIn';
import type { LetterTemplate } from '../../../lib/letter/model';
import type { SaveFile } from '../browserSide';
import { SectionHead } from '../SectionHead';
import { useToday } from '../useToday';
import { readBuiltInMarkdown } from '../../../lib/letter/builtInOnDemand';
import { LetterEntry } from './LetterEntry';
import { ManyLetters } from './ManyLetters';
import { OwnLetters } from './OwnLetters';
import { previewContext } from '../../../lib/writing/compose';
import { RiskForm } from './RiskForm';
import { usePair } from './usePair';

export function LettersSection({ saveFile }: { saveFile: SaveFile }) {
  const { signer: signers, employer: employers, letter: own } = useDetails((details) => details.records);
  const today = useToday();
  const { signer, employer } = usePair();
  const context = useMemo(() => previewContext(signer, employer, today), [signer, employer, today]);
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
      <RiskForm signer={signer} employer={employer} today={today} saveFile={saveFile} />
      {signers.length > 1 && (
        <ManyLetters
          signers={signers}
          employers={employers}
          letters={builtInLetters}
          today={today}
          saveFile={saveFile}
        />
      )}
    </>
  );
}

async function duplicate(letter: LetterTemplate): Promise<void> {
  const markdown = await readBuiltInMarkdown(letter.id);
  await addRecord('letter', { title: `${letter.title} (my copy)`, markdown });
}
