import { lazy, type ReactNode, Suspense } from 'react';
import { detach } from '../../lib/failure/failure';
import { formatDate } from '../../lib/letter/dates';
import {
  defaultRequests,
  listRequests,
  type LetterTemplate,
  type MissingDetail,
} from '../../lib/letter/model';
import { lookUp } from '../../lib/letter/text';
import type { Choices } from '../../lib/storage/choices';
import type { LetterIngredients, TabWords } from '../../lib/writing/inputs';
import { dependsOnVoice, voiceLabels } from '../../lib/writing/letters';
import { Fold } from '../ui/RowControls';
import rows from '../ui/RowControls.module.css';
import css from './letterOptions.module.css';

// Loaded after the first paint: the folds are closed, and most letters ask no question of their own.
const loadOptions = () => import('./LetterOptions');
const OwnParagraph = lazy(async () => ({ default: (await loadOptions()).OwnParagraph }));
const ReplyDate = lazy(async () => ({ default: (await loadOptions()).ReplyDate }));
const Requests = lazy(async () => ({ default: (await loadOptions()).Requests }));
const VoiceChoice = lazy(async () => ({ default: (await loadOptions()).VoiceChoice }));
const LetterQuestions = lazy(async () => ({ default: (await import('./LetterQuestions')).LetterQuestions }));
const DayNote = lazy(async () => ({ default: (await import('../ui/DateField')).DayNote }));

interface LetterFoldsProps extends Pick<LetterIngredients, 'letter' | 'choices' | 'words'> {
  onTick: (requestId: string, ticked: boolean) => void;
  onWrite: (patch: Partial<TabWords>) => Promise<void>;
  /** Shown above the folds. */
  missing?: ReactNode;
  voice: ReactNode;
  /** Further folds. */
  children: ReactNode;
}

/** What the letter asks of the user, and what it says, folded, with the current value next to each title. */
export function LetterFolds({ letter, choices, words, ...props }: LetterFoldsProps) {
  const write = (patch: Partial<TabWords>) => detach(props.onWrite(patch));
  return (
    <>
      <Suspense>
        <LetterQuestions letter={letter} answers={words.answers} onAnswer={props.onWrite} />
      </Suspense>
      {props.missing}
      {listRequests(letter).length > 0 && (
        <Fold title="What the letter asks for" value={describeRequests(letter, choices)}>
          <Requests letter={letter} choices={choices} onTick={props.onTick} />
        </Fold>
      )}
      {props.voice}
      <Fold title="About our school" value={words.ownParagraph.trim() ? 'added' : 'nothing added'}>
        <OwnParagraph value={words.ownParagraph} onChange={(ownParagraph) => write({ ownParagraph })} />
      </Fold>
      <Fold
        title="Ask for a reply by"
        value={formatDate(words.replyBy)}
        note={<DayNote of="reply date" date={words.replyBy} />}
      >
        <ReplyDate value={words.replyBy} onChange={(replyBy) => write({ replyBy })} />
      </Fold>
      {props.children}
    </>
  );
}

interface VoiceFoldProps extends Pick<LetterIngredients, 'letter' | 'choices'> {
  open: boolean;
  onChoose: (patch: Partial<Choices>) => void;
}

/** Open before the first letter, so that nobody quotes NAHT without having been asked. */
export function VoiceFold({ letter, choices: { voice }, open, onChoose }: VoiceFoldProps) {
  // A voice chosen for another letter can be changed back here too.
  if (voice === 'full' && !dependsOnVoice(letter)) return null;
  return (
    <Fold title="Voice" value={voiceLabels[voice]} open={open}>
      <VoiceChoice voice={voice} onChoose={onChoose} />
    </Fold>
  );
}

interface MissingDetailsProps {
  missing: readonly MissingDetail[];
  /** Said after the title. */
  note?: string;
  onOpen: (detail: MissingDetail) => void;
}

/** Links to the fields of the missing details. Missing details never block the letter. */
export function MissingDetails(props: MissingDetailsProps) {
  const { missing, note = 'marked in the letter; it still goes in', onOpen } = props;
  if (missing.length === 0) return null;
  return (
    <div className={css.missing}>
      <p id="missing-title">
        Missing details <span className={rows.hint}>{note}</span>
      </p>
      <ul className={css.missingList} aria-label="Missing details">
        {missing.map((detail) => (
          <li key={detail.field}>
            <a
              href={`#${detail.field}`}
              onClick={(event) => {
                event.preventDefault();
                onOpen(detail);
              }}
            >
              {detail.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function describeRequests(letter: LetterTemplate, choices: Choices): string {
  const requests = listRequests(letter);
  const chosen = lookUp(choices.requests, letter.id) ?? defaultRequests(letter);
  const ticked = requests.filter(({ id }) => chosen.includes(id)).length;
  if (ticked === 0) return 'no requests';
  const noun = ticked === 1 ? 'request' : 'requests';
  return ticked < requests.length ? `${ticked} ${noun}` : `all ${ticked} ${noun}`;
}
