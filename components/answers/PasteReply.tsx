import { useId, useState } from 'react';
import { DateField } from '../ui/DateField';
import { ReplyAnswer, type ReplyAnswerProps } from './ReplyAnswer';

type PasteReplyProps = Omit<ReplyAnswerProps, 'text' | 'date'>;

/** For the Outlook app, a PDF or paper: the user pastes or types the reply. Its text is kept only while this is open. */
export function PasteReply(props: PasteReplyProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  if (isAsked) return <ReplyAnswer {...props} text={text} date={date || null} />;
  return (
    <form
      className="answer"
      tabIndex={-1}
      aria-label="Paste their reply"
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(text.trim() === '');
        setAsked(text.trim() !== '');
      }}
    >
      <label htmlFor={`${id}-text`}>Their reply</label>
      <textarea
        id={`${id}-text`}
        className="control"
        rows={7}
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={isEmpty || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {isEmpty && <strong role="alert">Paste or type their reply first. </strong>}
        Read on this computer. Nothing of it is kept unless you say so.
      </p>
      <DateField
        id={`${id}-date`}
        label="Date of their reply"
        hint="Without it, days such as “Friday” are not read"
        rule="their reply date"
        value={date}
        onChange={setDate}
      />
      <button type="submit" className="go">
        Look at it
      </button>
    </form>
  );
}
