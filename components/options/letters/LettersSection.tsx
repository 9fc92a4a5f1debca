import { type ReactNode, useMemo, useState } from 'react';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { readBuiltInMarkdown } from '../../../lib/letter/builtInOnDemand';
import type { IsoDate, LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { addRecord } from '../../../lib/options/actions';
import { useDetails } from '../../../lib/options/store';
import type { Employer, Signer } from '../../../lib/storage/schema';
import { previewContext } from '../../../lib/writing/insertion';
import { SectionHead } from '../SectionHead';
import { type SaveFile, sayWord, WORD_TYPE } from '../browserSide';
import type { Place } from '../location';
import { usePair } from '../about/useEmployerOf';
import { useToday } from '../../ui/useToday';
import { ManyLetters } from './ManyLetters';
import { showNewLetter } from './openOwnLetter';
import { OwnLetters } from './OwnLetters';
import { ringFirstSentence } from '../../../lib/writing/recipients';
import { detach } from '../../../lib/failure/failure';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { formatIfDate, isChecked, isStale } from '../../../lib/letter/dates';
import { inlineText } from '../../../lib/letter/render/text';
import { sources } from '../../../lib/letter/sources';
import { LetterPreview } from '../../ui/LetterPreview';

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
              <LetterEntry
                key={letter.id}
                letter={letter}
                context={context}
                note={ringFirstSentence(letter, employer ?? null)}
              >
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
  const title = `${letter.title} (my copy)`;
  const id = await addRecord('letter', { title, markdown });
  if (id !== null) showNewLetter(id, title);
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
    </div>
  );
}

interface LetterEntryProps {
  letter: LetterTemplate;
  context: LetterContext;
  /** What to do before this letter is sent; empty for most letters. */
  note: string;
  children?: ReactNode;
}

/** One letter in the list. Folded, it shows when to use the letter; open, it shows its text and sources. */
function LetterEntry({ letter, context, note, children }: LetterEntryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="letter-entry" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{letter.title}</strong>
        <span>{letter.when}</span>
      </summary>
      {isOpen && note !== '' && <p className="notice">{note}</p>}
      {isOpen && <OpenLetter letter={letter} context={context} />}
      {isOpen && children}
    </details>
  );
}

function checkedSentence(checkedOn: IsoDate, today: IsoDate): string {
  if (!isChecked(checkedOn, today)) return 'Not checked yet: look for news before you send it.';
  const day = `Checked on ${formatIfDate(checkedOn)}`;
  return isStale(checkedOn, today)
    ? `${day}, more than six months ago: look for news before you send it.`
    : `${day}.`;
}

/** The text of a letter. Rendered only when the entry is open, because composing every long letter at once is slow. */
function OpenLetter({ letter, context }: Pick<LetterEntryProps, 'letter' | 'context'>) {
  const composed = composeLetter(letter, context);
  return (
    <>
      <p className="quiet">
        {composed.sections.length} sections. {checkedSentence(letter.checkedOn, context.today)}
        {composed.missing.length > 0 &&
          ' Marked words are filled in when you write, or are missing from your details.'}
      </p>
      <div className="letter-sheet">
        <p className="letter-subject">{inlineText(composed.subject)}</p>
        <LetterPreview letter={composed} />
      </div>
      <SourceList letter={letter} />
    </>
  );
}

/** The sources of each section. Sections without sources are left out. */
function SourceList({ letter }: { letter: LetterTemplate }) {
  const withSources = letter.sections.filter((section) => section.sources.length > 0);
  if (withSources.length === 0) return null;
  return (
    <details className="fold sources">
      <summary>Sources, section by section</summary>
      <dl>
        {withSources.map((section) => (
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
