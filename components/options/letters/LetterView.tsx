import { type ReactNode, useCallback, useEffect } from 'react';
import { detach } from '../../../lib/failure/failure';
import { builtInLetters, sources, readBuiltInMarkdown } from '../../../lib/letter/builtIn';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { formatIfDate, isChecked, isStale } from '../../../lib/letter/dates';
import type { IsoDate, LetterContext, LetterTemplate } from '../../../lib/letter/model';
import { inlineText } from '../../../lib/letter/render/text';
import { addRecord, deleteRecord } from '../../../lib/options/actions';
import { type DetailsStore, useDetailsStore } from '../../../lib/options/store';
import type { Employer, OwnLetter } from '../../../lib/storage/schema';
import { ringFirstSentence } from '../../../lib/writing/questions';
import { LetterPreview } from '../../ui/LetterPreview';
import { focusAndSay } from '../../ui/focusAndSay';
import type { SaveFile } from '../browserSide';
import { useRecordForm } from '../RecordPicker';
import { focusField, goTo, oursLink, rowId, showNewLetter } from '../location';
import { SECTION_TITLE, SectionHead } from '../SectionHead';
import { OwnLetterEditor } from './OwnLetterEditor';
import { describeOrigin } from './OwnLetters';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './letters.module.css';

export type ViewedLetter = { ours: LetterTemplate } | { own: OwnLetter };

type LetterViewProps = ViewedLetter & {
  context: LetterContext;
  employer: Employer | undefined;
  saveFile: SaveFile;
};

/** One letter in a view of its own: ours to read, or the user’s own to edit. */
export function LetterView(props: LetterViewProps) {
  return 'own' in props ? (
    <OwnView {...props} letter={props.own} />
  ) : (
    <OurView {...props} letter={props.ours} />
  );
}

function OurView({
  letter,
  context,
  employer,
}: Pick<LetterViewProps, 'context' | 'employer'> & { letter: LetterTemplate }) {
  const details = useDetailsStore();
  const note = ringFirstSentence(letter, employer ?? null);
  return (
    <Viewed id={letter.id} title={letter.title} lead={letter.when}>
      {note !== '' && <p className={ui.notice}>{note}</p>}
      <p className={ui.actions}>
        <button type="button" className={ui.button} onClick={() => detach(duplicate(details, letter))}>
          Make my own version
        </button>
      </p>
      <LetterText letter={letter} context={context} />
    </Viewed>
  );
}

async function duplicate(details: DetailsStore, letter: LetterTemplate): Promise<void> {
  const markdown = await readBuiltInMarkdown(letter.id);
  const title = `${letter.title} (my copy)`;
  const id = await addRecord(details, 'letter', { title, markdown });
  if (id !== null) showNewLetter(id, title);
}

function OwnView({
  letter,
  context,
  saveFile,
}: Pick<LetterViewProps, 'context' | 'saveFile'> & { letter: OwnLetter }) {
  const details = useDetailsStore();
  const form = useRecordForm('letter', letter);
  const ours = builtInLetters.find(({ id }) => id === letter.replaces);
  const save = () => {
    saveFile(`${letter.title}.md`, letter.markdown, 'text/markdown');
    focusAndSay(null, `“${letter.title}” is in your Downloads folder.`);
  };
  return (
    <Viewed
      id={letter.id}
      title={letter.title || 'A letter without a title'}
      lead={`${describeOrigin(letter, context.today)}.`}
    >
      {ours && (
        <p className={ui.notice}>
          Used instead of ours, <a href={oursLink(ours.id)}>“{ours.title}”</a>.
        </p>
      )}
      <div className={page.card}>
        <OwnLetterEditor id={letter.id} form={form} builtIn={builtInLetters} context={context} />
        <p className={`${page.cardEnd} ${ui.actions}`}>
          <button type="button" className={ui.button} onClick={save}>
            Save as a file
          </button>
          <button
            type="button"
            className={ui.buttonDanger}
            onClick={() => detach(deleteRecord(details, 'letter', letter.id, letter.title))}
          >
            Delete this letter
          </button>
        </p>
      </div>
    </Viewed>
  );
}

interface ViewedProps {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}

/** The view’s title and its way back to the letter’s row. Everything typed is saved already, so going back loses nothing. */
function Viewed({ id, title, lead, children }: ViewedProps) {
  const back = `#letters/${rowId(id)}`;
  const goBack = useCallback(
    (event: { preventDefault: () => void }) => {
      event.preventDefault();
      goTo(back);
      focusAndSay(null, 'All letters are shown.');
    },
    [back],
  );
  useEffect(() => {
    focusField(SECTION_TITLE);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) goBack(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [goBack]);
  return (
    <>
      <p>
        <a href={back} onClick={goBack}>
          Back to all letters
        </a>
      </p>
      <SectionHead title={title} lead={lead} windowTitle="A letter" />
      {children}
    </>
  );
}

function checkedSentence(checkedOn: IsoDate, today: IsoDate): string {
  if (!isChecked(checkedOn, today)) return 'Not checked yet: look for news before you send it.';
  const day = `Checked on ${formatIfDate(checkedOn)}`;
  return isStale(checkedOn, today)
    ? `${day}, more than six months ago: look for news before you send it.`
    : `${day}.`;
}

function LetterText({ letter, context }: { letter: LetterTemplate; context: LetterContext }) {
  const composed = composeLetter(letter, context);
  return (
    <>
      <p className={page.quiet}>
        {composed.sections.length} sections. {checkedSentence(letter.checkedOn, context.today)}
        {composed.missing.length > 0 &&
          ' Marked words are filled in when you write, or are missing from your details.'}
      </p>
      <div className={page.sheet}>
        <p className={css.subject}>{inlineText(composed.subject)}</p>
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
    <details className={`${ui.more} ${css.sources}`}>
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
