import {
  type Comparison,
  countKinds,
  type Difference,
  type FieldChange,
  kindNames,
  type Named,
} from '../../../lib/transfer/comparison';
import { type ReactNode, useState } from 'react';
import type { TableQuestion } from '../../../lib/files/tableQuestions';
import { SelectField } from '../../ui/Field';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface ComparisonListProps {
  comparison: Comparison;
  /** True for a file that can replace everything: only then does a missing record mean a deletion. */
  showsOnlyHere: boolean;
}

/** What a file would change: first to whom letters go and which wording is used, then every other detail. */
export function ComparisonList({ comparison, showsOnlyHere }: ComparisonListProps) {
  const { added, changed, same, onlyHere } = comparison;
  return (
    <>
      <Recipients differences={[...changed, ...added]} />
      <dl>
        <Group title="New" records={added} />
        <Group title="Changed" records={changed} />
        <Group title="The same as here" records={same} />
        <Group title="Saved here and not in the file" records={showsOnlyHere ? onlyHere : []} />
      </dl>
    </>
  );
}

const RECIPIENTS_TITLE = 'Addresses, copies and letters used instead of ours';
const REPLACING_TITLE = 'Letters used instead of ours';

/** Never folded: a stranger’s file could send letters elsewhere, or put other words under the user’s name. */
function Recipients({ differences }: { differences: readonly Difference[] }) {
  const marked = differences.flatMap((one) =>
    one.values.filter((value) => value.decidesRecipient).map((value) => ({ one, value })),
  );
  const replacing = differences.filter(({ usedInsteadOf }) => usedInsteadOf !== '');
  if (marked.length === 0 && replacing.length === 0) return null;
  return (
    <>
      <h4>{RECIPIENTS_TITLE}</h4>
      {marked.length > 0 && (
        <LongList items={marked} label={RECIPIENTS_TITLE}>
          {({ one, value }) => (
            <li key={`${one.kind} ${one.id} ${value.field}`}>
              {nameOf(one)}. {describeField(value, one)}
            </li>
          )}
        </LongList>
      )}
      {replacing.length > 0 && (
        <LongList items={replacing} label={REPLACING_TITLE}>
          {(one) => <ReplacingLetter key={one.id} letter={one} />}
        </LongList>
      )}
    </>
  );
}

function ReplacingLetter({ letter }: { letter: Difference }) {
  const { after } = letter.change;
  const supplier = after.kind === 'letter' ? after.record.supplier : '';
  return (
    <li>
      {nameOf(letter)}. Used instead of our letter “{letter.usedInsteadOf}”.{' '}
      {supplier ? `Wording supplied by ${supplier}.` : 'Nobody is named as supplier of the wording.'}
      {/* Every word, including the parts that are left out for some employers. */}
      {after.kind === 'letter' && <LongText title="Read it in full" text={after.record.markdown} />}
    </li>
  );
}

function LongText({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <p className={page.sentText}>{text}</p>
    </details>
  );
}

function Group({ title, records }: { title: string; records: readonly (Named | Difference)[] }) {
  if (records.length === 0) return null;
  return (
    <>
      <dt>
        {title}: {records.length}
      </dt>
      <dd>
        <details>
          <summary>{countKinds(records)}</summary>
          <LongList items={records}>
            {(one) => (
              <li key={`${one.kind} ${one.id}`}>
                {nameOf(one)}
                {'values' in one && <OtherFields difference={one} />}
              </li>
            )}
          </LongList>
        </details>
      </dd>
    </>
  );
}

const LONG_FIELDS = ['markdown', 'text'];

function OtherFields({ difference }: { difference: Difference }) {
  const others = difference.values.filter(({ decidesRecipient }) => !decidesRecipient);
  if (others.length === 0) return null;
  return (
    <ul>
      {others.map((value) => (
        <li key={value.field}>
          {LONG_FIELDS.includes(value.field) ? (
            <>
              <LongText title={`${value.label} in the file`} text={value.after} />
              {value.before !== '' && <LongText title={`${value.label} saved here`} text={value.before} />}
            </>
          ) : (
            describeField(value, difference)
          )}
        </li>
      ))}
    </ul>
  );
}

/** "Role: Director", or "Role: empty → Director" in a record that is saved already. */
function describeField({ label, before, after }: FieldChange, { change }: Difference): string {
  return change.before ? `${label}: ${before || 'empty'} → ${after || 'empty'}` : `${label}: ${after}`;
}

function nameOf({ kind, name }: Named): string {
  return name || `A ${kindNames[kind][0]} without a name`;
}

/** A file can have thousands of changes, and showing them all at once would block the page. */
const SHOWN_AT_ONCE = 50;

interface LongListProps<Item> {
  items: readonly Item[];
  label?: string;
  children: (item: Item) => ReactNode;
}

/** The first items of a list, and a button that shows more of them. */
export function LongList<Item>({ items, label, children }: LongListProps<Item>) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const left = items.length - shown;
  return (
    <>
      <ul aria-label={label}>{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <p>
          <button type="button" className={ui.link} onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show {Math.min(left, SHOWN_AT_ONCE)} more of {left.toLocaleString('en-GB')}
          </button>
        </p>
      )}
    </>
  );
}

export type OnAnswer = (id: string, answer: string) => void;

interface TableChoicesProps {
  questions: readonly TableQuestion[];
  onAnswer: OnAnswer;
}

/** What a table leaves open: one field for each column with a heading of its own, and one for each kind of trouble. */
export function TableChoices({ questions, onAnswer }: TableChoicesProps) {
  const columns = questions.filter(({ about }) => about === 'columns');
  const cells = questions.filter(({ about }) => about === 'cells');
  const choices = cells.filter(({ options }) => options.length > 0);
  const said = cells.filter(({ options }) => options.length === 0);
  return (
    <>
      {columns.length > 0 && (
        <fieldset className={page.tableChoices}>
          <legend>Which column is which</legend>
          <p className={page.aside}>These headings are not ours, so we have guessed. Change what is wrong.</p>
          <div className={ui.grid}>
            {columns.map((question) => (
              <Choice key={question.id} question={question} onAnswer={onAnswer} />
            ))}
          </div>
        </fieldset>
      )}
      {cells.length > 0 && (
        <fieldset className={page.tableChoices}>
          <legend>What to check in the rows</legend>
          {choices.map((question) => (
            <Choice key={question.id} question={question} onAnswer={onAnswer} />
          ))}
          {said.map(({ id, label }) => (
            <p key={id}>{label}</p>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Choice({
  question: { id, label, hint, options, answer },
  onAnswer,
}: {
  question: TableQuestion;
  onAnswer: OnAnswer;
}) {
  return (
    <SelectField
      id={`table ${id}`.replaceAll(/\s+/g, '-')}
      label={label}
      hint={hint}
      value={answer}
      options={options}
      onChange={(chosen) => onAnswer(id, chosen)}
    />
  );
}
