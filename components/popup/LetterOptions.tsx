import { useId } from 'react';
import { defaultRequests, listRequests } from '../../lib/letter/compose/requests';
import { formatDate } from '../../lib/letter/dates';
import type { LetterDocument, LetterTemplate } from '../../lib/letter/model';
import { blockTexts } from '../../lib/letter/render/text';
import { DEFAULT_WORKING_DAYS, isWorkingDay, LAST_BANK_HOLIDAY_YEAR } from '../../lib/letter/workingDays';
import { openField } from '../../lib/popup/actions';
import { choose, tickCopy, tickRequest, writeWords } from '../../lib/popup/choices';
import { describeRecipient } from '../../lib/writing/warnings';
import { currentDocument, usePopup } from '../../lib/popup/store';
import type { Choices, Employer } from '../../lib/storage/schema';
import { tickedCopies } from '../../lib/writing/inputs';
import { LetterPreview } from '../ui/LetterPreview';
import { Fold } from '../ui/Disclosure';
import { useTypedInput } from '../ui/useTypedInput';
import { LetterQuestions, MissingDetails } from './LetterQuestions';
import { SupportLines } from '../ui/SupportLines';
import { Tick } from '../ui/CheckField';

/** The options that most letters do not need. Each is folded, with its current value next to its title. */
export function Folds() {
  const state = usePopup();
  const { letter, choices, words, employer } = state;
  const document = currentDocument();
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
        <AlsoFillIn letter={letter} choices={choices} employer={employer} />
      </Fold>
      <Fold title="What will go in" value={`${countWords(document)} words`}>
        {/* Keyboard users must be able to focus the section, because it scrolls. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section aria-label="What will go in" className="preview" tabIndex={0}>
          <LetterPreview letter={document} />
        </section>
      </Fold>
    </>
  );
}

interface AlsoFillInProps {
  letter: LetterTemplate;
  choices: Choices;
  employer: Employer | null;
}

/** What is filled in besides the letter, and two choices about its words. Only ticked copies are filled in. */
function AlsoFillIn({ letter, choices, employer }: AlsoFillInProps) {
  const copied = employer ? (choices.copies[employer.id] ?? []) : [];
  return (
    <div role="group" aria-label="Also fill in">
      <Tick
        label="Fill in the subject"
        checked={choices.fillSubject}
        onChange={(fillSubject) => void choose({ fillSubject })}
      />
      <Tick
        label="Address it to my employer"
        hint={letter.to === 'contact' && employer ? describeRecipient(employer.email, 'To') : ''}
        checked={choices.address}
        onChange={(address) => void choose({ address })}
      />
      {employer?.copies
        .filter((copy) => copy.name || copy.email)
        .map((copy) => (
          <Tick
            key={copy.id}
            label={`Copy to ${copy.name || copy.email}`}
            hint={describeRecipient(copy.email, 'Cc')}
            checked={copied.includes(copy.id)}
            onChange={(ticked) => void tickCopy(copy.id, ticked)}
          />
        ))}
      <Tick
        label="Attach a Word copy"
        checked={choices.attachWord}
        onChange={(attachWord) => void choose({ attachWord })}
      />
      <Tick
        label="Leave out NAHT’s strongest sentences"
        checked={choices.leaveOutStrongest}
        onChange={(leaveOutStrongest) => void choose({ leaveOutStrongest })}
      />
      <Tick
        label="Say that I am a member of NAHT"
        checked={choices.mentionUnion}
        onChange={(mentionUnion) => void choose({ mentionUnion })}
      />
    </div>
  );
}

/** One checkbox for each request of the letter; nothing for a letter without requests. */
function Requests({ letter, choices }: { letter: LetterTemplate; choices: Choices }) {
  const requests = listRequests(letter);
  if (requests.length === 0) return null;
  const ticked = choices.requests[letter.id] ?? defaultRequests(letter);
  const count = requests.filter(({ id }) => ticked.includes(id)).length;
  return (
    <Fold title="What the letter asks for" value={describeRequests(count, requests.length)}>
      <div role="group" aria-label="What the letter asks for">
        {requests.map(({ id, title }) => (
          <Tick
            key={id}
            label={title}
            checked={ticked.includes(id)}
            onChange={(checked) => void tickRequest(id, checked)}
          />
        ))}
      </div>
    </Fold>
  );
}

/** The user’s own paragraph. It is kept in memory for this tab and saved to disk only by “I have sent it”. */
function OwnParagraph({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="soft">
        About our school (optional)
      </label>
      <p id={`${id}-hint`} className="hint">
        No names, no health details. For example: how many leaders you have, what changed this year, who would
        carry the inspection days.
      </p>
      <textarea
        id={id}
        data-field="own paragraph"
        aria-describedby={`${id}-hint`}
        rows={4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <SupportLines />
    </>
  );
}

/** The reply-by date. It is not the date of the finished assessment, which the letter asks for separately. */
function ReplyDate(props: { value: string; today: string; onChange: (value: string) => void }) {
  const id = useId();
  const { input, problem } = useTypedInput({ type: 'date', mayBeEmpty: false, ...props });
  const note = problem ? null : noteOn(props.value, props.today);
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        Ask for a reply by
      </label>
      <input {...input} id={id} data-field="reply date" aria-describedby={`${id}-hint`} />
      <p id={`${id}-hint`} className="hint">
        {DEFAULT_WORKING_DAYS} working days unless you choose another day. The law sets no date for an answer.
        {note && <strong> {note}</strong>}
        {problem && <strong role="alert"> {problem}</strong>}
      </p>
    </>
  );
}

function noteOn(date: string, today: string): string | null {
  if (date <= today) return 'Choose a day after today.';
  if (Number(date.slice(0, 4)) > LAST_BANK_HOLIDAY_YEAR)
    return `Check this day: our bank holidays end in ${LAST_BANK_HOLIDAY_YEAR}.`;
  return isWorkingDay(date) ? null : `${formatDate(date)} is not a working day.`;
}

function countWords(document: LetterDocument): number {
  return blockTexts(document).join(' ').split(/\s+/).filter(Boolean).length;
}

/** The value of the folded row, such as "subject, address, 1 copy". It counts the copies, so that no recipient is hidden. */
export function describeTicks(choices: Choices, copies: number): string {
  const ticked = [
    choices.fillSubject && 'subject',
    choices.address && 'address',
    copies > 0 && (copies === 1 ? '1 copy' : `${copies} copies`),
    choices.attachWord && 'Word copy',
  ].filter(Boolean);
  return ticked.join(', ') || 'nothing';
}

function describeRequests(ticked: number, all: number): string {
  if (ticked === 0) return 'no requests';
  const noun = ticked === 1 ? 'request' : 'requests';
  return ticked < all ? `${ticked} ${noun}` : `all ${all} ${noun}`;
}
