import { detach } from '../../lib/failure/failure';
import { lazy, Suspense } from 'react';
import type { LetterDocument } from '../../lib/letter/model';
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
import { dependsOnVoice } from '../../lib/writing/letters';
import { tickedCopies } from '../../lib/writing/recipients';
import { LetterFolds, MissingDetails, VoiceFold } from '../letterOptions/LetterFolds';
import { Fold } from '../ui/RowControls';

const loadOptions = () => import('../letterOptions/LetterOptions');
const AlsoFillIn = lazy(async () => ({ default: (await import('./AlsoFillIn')).AlsoFillIn }));
const VoiceChoice = lazy(async () => ({ default: (await loadOptions()).VoiceChoice }));
const WhatWillGoIn = lazy(async () => ({ default: (await loadOptions()).WhatWillGoIn }));

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
    <LetterFolds
      letter={letter}
      choices={choices}
      words={words}
      missing={
        !first && (
          <MissingDetails missing={document.missing} onOpen={(detail) => detach(openField(popup, detail))} />
        )
      }
      voice={!first && <PopupVoiceFold />}
      onTick={(requestId, ticked) => detach(tickRequest(popup, requestId, ticked))}
      onWrite={(patch) => writeWords(popup, patch)}
    >
      <Fold
        title="Also fill in"
        value={describeTicks(choices, tickedCopies(employer, choices).length, firstLetter !== null)}
      >
        <AlsoFillIn letter={letter} choices={choices} employer={employer} firstLetter={firstLetter} />
      </Fold>
      <Fold title="What will go in" value={`${countWords(document)} words`}>
        <WhatWillGoIn letter={document} />
      </Fold>
    </LetterFolds>
  );
}

/** Before the first letter the choice is shown without a fold, so that nobody quotes NAHT without having been asked. */
export function FirstVoice() {
  const popup = usePopupStore();
  const { letter, choices } = usePopupFields('letter', 'choices');
  if (!dependsOnVoice(letter)) return null;
  return (
    <Suspense>
      <VoiceChoice isInline voice={choices.voice} onChoose={(patch) => detach(choose(popup, patch))} />
    </Suspense>
  );
}

/** Open before the first insertion. */
export function PopupVoiceFold() {
  const popup = usePopupStore();
  const { letter, choices, warnAboutMailbox } = usePopupFields('letter', 'choices', 'warnAboutMailbox');
  return (
    <VoiceFold
      letter={letter}
      choices={choices}
      open={warnAboutMailbox}
      onChoose={(patch) => detach(choose(popup, patch))}
    />
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

function countWords(document: LetterDocument): number {
  return blockTexts(document).join(' ').split(/\s+/).filter(Boolean).length;
}
