import type { FieldsOf, Meeting, Reply } from '../../../lib/storage/schema';
import { DateField } from '../../ui/DateField';
import type { Form, ItemList } from '../form/form';
import { MeetingList } from './MeetingList';
import { ReplyList } from './ReplyList';

interface SentLetterFormProps {
  /** Several may be open at once. */
  id: string;
  form: Form<FieldsOf<'sent'>>;
  replies: ItemList<Reply>;
  meetings: ItemList<Meeting>;
}

/** A sent letter: its dates in the user’s own word, its exact text, and what came of it. */
export function SentLetterForm({ id, form, replies, meetings }: SentLetterFormProps) {
  const { value } = form;
  return (
    <>
      <div className="grid">
        <DateField
          id={`${id}-sentOn`}
          label="Sent on"
          hint="As recorded by you"
          value={value.sentOn}
          error={form.trouble('sentOn')}
          onChange={(sentOn) => form.change('sentOn', sentOn)}
        />
        <DateField
          id={`${id}-replyBy`}
          label="Reply asked for by"
          hint="The date in the letter; empty if it names none"
          value={value.replyBy}
          error={form.trouble('replyBy')}
          onChange={(replyBy) => form.change('replyBy', replyBy)}
        />
      </div>
      <details className="fold grid-after">
        <summary>The exact text</summary>
        <pre className="letter-sheet sent-text">{value.text}</pre>
      </details>
      <ReplyList replies={replies} />
      <MeetingList meetings={meetings} />
    </>
  );
}
