import { useMemo } from 'react';
import { detach } from '../../../lib/failure/failure';
import { builtInLetters } from '../../../lib/letter/builtIn';
import type { IsoDate, LetterTemplate } from '../../../lib/letter/model';
import { useDetails } from '../../../lib/options/store';
import type { Employer, OwnLetter, Signer } from '../../../lib/storage/schema';
import { previewContext } from '../../../lib/writing/insertion';
import { useToday } from '../../ui/DateField';
import { usePair } from '../about/useEmployerOf';
import { type SaveFile, sayWord, WORD_TYPE } from '../browserSide';
import { type Place, useFocusedField, oursLink } from '../location';
import { SectionHead } from '../SectionHead';
import { LetterView, type ViewedLetter } from './LetterView';
import { ManyLetters } from './ManyLetters';
import { LetterRow, LetterRows, OwnLetters, OwnRow } from './OwnLetters';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './letters.module.css';

const stages = [...new Set(builtInLetters.map(({ stage }) => stage))];

export function LettersSection({ place, saveFile }: { place: Place; saveFile: SaveFile }) {
  const { signer: signers, employer: employers, letter: own } = useDetails((state) => state.records);
  const today = useToday();
  const { signer, employer } = usePair();
  const voice = useDetails((state) => state.choices.voice);
  const context = useMemo(
    () => previewContext(signer, employer, today, voice),
    [signer, employer, today, voice],
  );
  const viewed = findViewed(place, own);
  useFocusedField(place, viewed === null);
  const isExtra = ({ replaces }: OwnLetter) => builtInLetters.every(({ id }) => id !== replaces);
  return (
    <>
      {viewed ? (
        <LetterView
          key={place.recordId}
          {...viewed}
          context={context}
          employer={employer}
          saveFile={saveFile}
        />
      ) : (
        <SectionHead
          title="Letters"
          lead="Pick one to read it with your details, or to make your own version."
        />
      )}
      {/* Stays in the page while a letter is open, so that nothing typed or ticked here is lost. */}
      <div hidden={viewed !== null}>
        {stages.map((stage) => (
          <section key={stage} aria-label={stage}>
            <h3 className={css.stage}>{stage}</h3>
            <LetterRows>
              {builtInLetters
                .filter((letter) => letter.stage === stage)
                .map((letter) => (
                  <StageRows
                    key={letter.id}
                    letter={letter}
                    replacements={own.filter(({ replaces }) => replaces === letter.id)}
                    today={today}
                  />
                ))}
            </LetterRows>
          </section>
        ))}
        <p className={page.quiet}>
          “{builtInLetters[0]?.title}” is built on published passages of NAHT’s template letter. All other
          letters are our own wording. Not NAHT’s official text; not affiliated with NAHT, Ofsted, Google or
          Microsoft.
        </p>
        <OwnLetters letters={own.filter(isExtra)} builtIn={builtInLetters} context={context} today={today} />
        <RiskForm signer={signer} employer={employer} today={today} saveFile={saveFile} />
        {signers.length > 1 && (
          <ManyLetters signers={signers} employers={employers} today={today} saveFile={saveFile} />
        )}
      </div>
    </>
  );
}

/** The letter that the link points to; `null` for the list. */
function findViewed({ field, recordId }: Place, own: readonly OwnLetter[]): ViewedLetter | null {
  const ours = field === 'ours' && builtInLetters.find(({ id }) => id === recordId);
  if (ours) return { ours };
  const found = field === 'own' && own.find(({ id }) => id === recordId);
  return found ? { own: found } : null;
}

interface StageRowsProps {
  letter: LetterTemplate;
  replacements: readonly OwnLetter[];
  today: IsoDate;
}

/** One of our letters, or the user’s or branch’s wording that is used instead. */
function StageRows({ letter, replacements, today }: StageRowsProps) {
  if (replacements.length === 0)
    return <LetterRow link={oursLink(letter.id)} id={letter.id} title={letter.title} when={letter.when} />;
  return replacements.map((own) => <OwnRow key={own.id} letter={own} when={letter.when} today={today} />);
}

interface RiskFormProps {
  signer: Signer | undefined;
  employer: Employer | undefined;
  today: IsoDate;
  saveFile: SaveFile;
}

/** The form that an employer’s assessor fills in. */
function RiskForm({ signer, employer, today, saveFile }: RiskFormProps) {
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
  const download = (version: 'one page' | 'annex') => detach(sayWord(() => make(version)));
  return (
    <div className={page.card}>
      <h3>Risk assessment form</h3>
      <p>
        A Word form for your employer’s assessor: the ten hazards that matter most, on one page. Its annex has
        every hazard by phase, example controls to consider, and room to write. You may offer them; the
        assessment is your employer’s to make.
      </p>
      <p className={ui.actions}>
        <button type="button" className={ui.button} onClick={() => download('one page')}>
          Download the form as Word
        </button>
        <button type="button" className={ui.button} onClick={() => download('annex')}>
          Download the annex as Word
        </button>
      </p>
    </div>
  );
}
