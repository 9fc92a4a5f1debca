import { writeWords } from '../../lib/popup/chooseActions';
import { composeFrom, tickedCopies } from '../../lib/writing/compose';
import { countWords, describeTicks } from '../../lib/popup/describe';
import { openField } from '../../lib/popup/openField';
import { usePopup } from '../../lib/popup/popupStore';
import { formatDate } from '../../lib/letter/dates';
import { LetterPreview } from '../letter/LetterPreview';
import { AlsoFillIn } from './AlsoFillIn';
import { Fold } from './Fold';
import { LetterQuestions } from './LetterQuestions';
import { MissingDetails } from './MissingDetails';
import { OwnParagraph } from './OwnParagraph';
import { ReplyDate } from './ReplyDate';
import { Requests } from './Requests';

/** Everything beyond the common case, each folded behind its heading with its present value beside it. */
export function Folds() {
  const state = usePopup();
  const { letter, choices, words, employer } = state;
  const document = composeFrom(state);
  return (
    <>
      <LetterQuestions letter={letter} answers={words.answers} onAnswer={writeWords} />
      <MissingDetails missing={document.missing} onOpen={openField} />
      <Requests letter={letter} choices={choices} />
      <Fold title="About our school" value={words.ownParagraph.trim() ? 'added' : 'nothing added'}>
        <OwnParagraph
          value={words.ownParagraph}
          onChange={(ownParagraph) => void writeWords({ ownParagraph })}
        />
      </Fold>
      <Fold title="Ask for a reply by" value={formatDate(words.replyBy)}>
        <ReplyDate
          value={words.replyBy}
          today={state.today}
          onChange={(replyBy) => void writeWords({ replyBy })}
        />
      </Fold>
      <Fold title="Also fill in" value={describeTicks(choices, tickedCopies(employer, choices).length)}>
        <AlsoFillIn choices={choices} employer={employer} />
      </Fold>
      <Fold title="What will go in" value={`${countWords(document)} words`}>
        {/* Reachable by Tab, because it scrolls. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section aria-label="What will go in" className="preview" tabIndex={0}>
          <LetterPreview letter={document} />
        </section>
      </Fold>
    </>
  );
}
