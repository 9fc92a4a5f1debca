import { useMemo, useState } from 'react';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { readBuiltInMarkdown } from '../../../lib/letter/builtInOnDemand';
import type { IsoDate, LetterTemplate } from '../../../lib/letter/model';
import { addRecord } from '../../../lib/options/actions';
import { useDetails } from '../../../lib/options/store';
import type { Employer, Signer } from '../../../lib/storage/schema';
import { previewContext } from '../../../lib/writing/compose';
import { SectionHead } from '../SectionHead';
import type { SaveFile } from '../browserSide';
import type { Place } from '../location';
import { usePair } from '../usePair';
import { sayWord, WORD_TYPE } from '../sayWord';
import { useToday } from '../useToday';
import { LetterEntry } from './LetterEntry';
import { ManyLetters } from './ManyLetters';
import { OwnLetters } from './OwnLetters';
import { detach } from '../../../lib/failure/failure';

const stages = [...new Set(builtInLetters.map(({ stage }) => stage))];

export function LettersSection({ place, saveFile }: { place: Place; saveFile: SaveFile }) {
  const { signer: signers, employer: employers, letter: own } = useDetails((details) => details.records);
  const today = useToday();
  const { signer, employer } = usePair();
  const voice = useDetails((details) => details.choices.voice);
  const context = useMemo(
    () => previewContext(signer, employer, today, voice),
    [signer, employer, today, voice],
  );
  return (
    <>
      <SectionHead
        title="Letters"
        lead="Every letter, as it reads with your details. You choose requests, dates and copies when you write."
      />
      <p className="notice">
        “{builtInLetters[0]?.title}” is built on published passages of NAHT’s template letter. All other
        letters are our own wording. Not NAHT’s official text; not affiliated with NAHT, Ofsted, Google or
        Microsoft.
      </p>
      {stages.map((stage) => (
        <div key={stage} className="card">
          <h3>{stage}</h3>
          {builtInLetters
            .filter((letter) => letter.stage === stage)
            .map((letter) => (
              <LetterEntry key={letter.id} letter={letter} context={context}>
                <button type="button" className="button" onClick={() => detach(duplicate(letter))}>
                  Make my own version
                </button>
              </LetterEntry>
            ))}
        </div>
      ))}
      <OwnLetters
        letters={own}
        openId={place.recordId}
        builtIn={builtInLetters}
        context={context}
        saveFile={saveFile}
      />
      <RiskForm signer={signer} employer={employer} today={today} saveFile={saveFile} />
      {signers.length > 1 && (
        <ManyLetters signers={signers} employers={employers} today={today} saveFile={saveFile} />
      )}
    </>
  );
}

async function duplicate(letter: LetterTemplate): Promise<void> {
  const markdown = await readBuiltInMarkdown(letter.id);
  await addRecord('letter', { title: `${letter.title} (my copy)`, markdown });
}

interface RiskFormProps {
  signer: Signer | undefined;
  employer: Employer | undefined;
  today: IsoDate;
  saveFile: SaveFile;
}

/** The form that an employer’s assessor fills in. */
function RiskForm({ signer, employer, today, saveFile }: RiskFormProps) {
  const [outcome, setOutcome] = useState('');
  const make = async (version: 'one page' | 'annex') => {
    const [{ renderRiskForm }, { toFileName }] = await Promise.all([
      import('../../../lib/word/riskForm'),
      import('../../../lib/word/fileName'),
    ]);
    const school = signer?.school ?? '';
    const details = { date: today, employer: employer?.organisation ?? '', school };
    const bytes = await renderRiskForm(details, version);
    const name = `${today} Risk assessment form, ${version} – ${school}`;
    saveFile(toFileName(name), new Uint8Array(bytes), WORD_TYPE);
    return version === 'annex'
      ? 'The annex is in your Downloads folder.'
      : 'The form is in your Downloads folder.';
  };
  const download = (version: 'one page' | 'annex') => detach(sayWord(() => make(version)).then(setOutcome));
  return (
    <div className="card">
      <h3>Risk assessment form</h3>
      <p>
        A Word form for your employer’s assessor: the ten hazards that matter most, on one page. Its annex has
        every hazard by phase, example controls to consider, and room to write. You may offer them; the
        assessment is your employer’s to make.
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={() => download('one page')}>
          Download the form as Word
        </button>
        <button type="button" className="button" onClick={() => download('annex')}>
          Download the annex as Word
        </button>
      </p>
      <p role="status">{outcome}</p>
    </div>
  );
}
