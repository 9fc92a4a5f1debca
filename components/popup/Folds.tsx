import { detach } from '../../lib/failure/failure';
import { lazy, Suspense } from 'react';
import {
  defaultRequests,
  listRequests,
  type LetterDocument,
  type LetterTemplate,
  type MissingDetail,
} from '../../lib/letter/model';
import { formatDate } from '../../lib/letter/dates';
import { lookUp } from '../../lib/letter/text';
import { blockTexts } from '../../lib/letter/render/text';
import { openField } from '../../lib/popup/actions';
import { choose, tickRequest, writeWords } from '../../lib/popup/choices';
import {
  currentFirstLetter,
  keepLetter,
  usePopup,
  usePopupFields,
  usePopupStore,
} from '../../lib/popup/store';
import type { Choices } from '../../lib/storage/choices';
import { dependsOnVoice, voiceLabels } from '../../lib/writing/letters';
import { tickedCopies } from '../../lib/writing/recipients';
import { Fold } from '../ui/RowControls';

// Loaded after the first paint: the folds are closed, and most letters ask no question of their own.
const loadOptions = () => import('../letterOptions/LetterOptions');
const AlsoFillIn = lazy(async () => ({ default: (await import('./AlsoFillIn')).AlsoFillIn }));
const OwnParagraph = lazy(async () => ({ default: (await loadOptions()).OwnParagraph }));
const ReplyDate = lazy(async () => ({ default: (await loadOptions()).ReplyDate }));
const Requests = lazy(async () => ({ default: (await loadOptions()).Requests }));
const VoiceChoice = lazy(async () => ({ default: (await loadOptions()).VoiceChoice }));
const WhatWillGoIn = lazy(async () => ({ default: (await loadOptions()).WhatWillGoIn }));
const LetterQuestions = lazy(async () => ({
  default: (await import('../letterOptions/LetterQuestions')).LetterQuestions,
}));
const DayNote = lazy(async () => ({ default: (await import('../ui/DateField')).DayNote }));

/** The options that most letters do not need. Each is folded, with its current value next to its title. */
export function Folds() {
  const popup = usePopupStore();
  const { letter, choices, words, employer, first } = usePopupFields(
    'letter',
    'choices',
    'words',
    'employer',
    'first',
  );
  const document = usePopup((state) => keepLetter(popup, state));
  const firstLetter = usePopup(currentFirstLetter);
  return (
    <>
      <Suspense>
        <LetterQuestions
          letter={letter}
          answers={words.answers}
          onAnswer={(patch) => writeWords(popup, patch)}
        />
      </Suspense>
      {!first && (
        <MissingDetails missing={document.missing} onOpen={(detail) => detach(openField(popup, detail))} />
      )}
      {listRequests(letter).length > 0 && (
        <Fold title="What the letter asks for" value={describeRequests(letter, choices)}>
          <Requests
            letter={letter}
            choices={choices}
            onTick={(requestId, ticked) => detach(tickRequest(popup, requestId, ticked))}
          />
        </Fold>
      )}
      {!first && <VoiceFold />}
      <Fold title="About our school" value={words.ownParagraph.trim() ? 'added' : 'nothing added'}>
        <OwnParagraph
          value={words.ownParagraph}
          onChange={(ownParagraph) => detach(writeWords(popup, { ownParagraph }))}
        />
      </Fold>
      <Fold
        title="Ask for a reply by"
        value={formatDate(words.replyBy)}
        note={<DayNote of="reply date" date={words.replyBy} />}
      >
        <ReplyDate value={words.replyBy} onChange={(replyBy) => detach(writeWords(popup, { replyBy }))} />
      </Fold>
      <Fold
        title="Also fill in"
        value={describeTicks(choices, tickedCopies(employer, choices).length, firstLetter !== null)}
      >
        <AlsoFillIn letter={letter} choices={choices} employer={employer} firstLetter={firstLetter} />
      </Fold>
      <Fold title="What will go in" value={`${countWords(document)} words`}>
        <WhatWillGoIn letter={document} />
      </Fold>
    </>
  );
}

/** Before the first letter the choice is shown without a fold, so that nobody quotes NAHT without having been asked. */
export function FirstVoice() {
  const popup = usePopupStore();
  const { letter, choices } = usePopupFields('letter', 'choices');
  if (!dependsOnVoice(letter)) return null;
  return (
    <div className="first-voice">
      <Suspense>
        <VoiceChoice voice={choices.voice} onChoose={(patch) => detach(choose(popup, patch))} />
      </Suspense>
    </div>
  );
}

/** Open before the first insertion, so that nobody quotes NAHT without having been asked. */
export function VoiceFold() {
  const popup = usePopupStore();
  const { letter, choices, warnAboutMailbox } = usePopupFields('letter', 'choices', 'warnAboutMailbox');
  const { voice } = choices;
  // A voice chosen for another letter can be changed back here too.
  if (voice === 'full' && !dependsOnVoice(letter)) return null;
  return (
    <Fold title="Voice" value={voiceLabels[voice]} open={warnAboutMailbox}>
      <VoiceChoice voice={voice} onChoose={(patch) => detach(choose(popup, patch))} />
    </Fold>
  );
}

/** Links to the fields of the missing details. Missing details never block the letter. */
export function MissingDetails(props: { missing: MissingDetail[]; onOpen: (detail: MissingDetail) => void }) {
  if (props.missing.length === 0) return null;
  return (
    <div className="missing">
      <p id="missing-title">
        Missing details <span className="soft">marked in the letter; it still goes in</span>
      </p>
      <ul aria-label="Missing details">
        {props.missing.map((detail) => (
          <li key={detail.field}>
            <a
              href={`#${detail.field}`}
              onClick={(event) => {
                event.preventDefault();
                props.onOpen(detail);
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

/** The choices that are ticks. The compiler asks for the words of a new one. */
type Ticks = { [Name in keyof Choices]: Choices[Name] extends boolean ? Name : never }[keyof Choices];

/** The words for each tick in the folded row; empty for a tick that fills in nothing besides the letter. */
const tickWords: Record<Ticks, string> = {
  fillSubject: 'subject',
  address: 'address',
  attachFirstLetter: 'first letter',
  attachWord: 'Word copy',
  mentionUnion: '',
};

/** The value of the folded row, such as "subject, address, 1 copy". It counts the copies, so that no recipient is hidden. */
export function describeTicks(choices: Choices, copies: number, hasFirstLetter = false): string {
  const ticks = (Object.keys(tickWords) as Ticks[]).filter(
    (tick) => tick !== 'attachFirstLetter' || hasFirstLetter,
  );
  const ticked = [
    ...ticks.map((tick) => choices[tick] && tickWords[tick]),
    copies > 0 && (copies === 1 ? '1 copy' : `${copies} copies`),
  ].filter(Boolean);
  return ticked.join(', ') || 'nothing';
}

export function describeRequests(letter: LetterTemplate, choices: Choices): string {
  const requests = listRequests(letter);
  const chosen = lookUp(choices.requests, letter.id) ?? defaultRequests(letter);
  const ticked = requests.filter(({ id }) => chosen.includes(id)).length;
  if (ticked === 0) return 'no requests';
  const noun = ticked === 1 ? 'request' : 'requests';
  return ticked < requests.length ? `${ticked} ${noun}` : `all ${ticked} ${noun}`;
}

function countWords(document: LetterDocument): number {
  return blockTexts(document).join(' ').split(/\s+/).filter(Boolean).length;
}
