import { useEffect, useId, useRef } from 'react';
import {
  defaultRequests,
  listRequests,
  type LetterDocument,
  type LetterTemplate,
  type Voice,
  voices,
} from '../../lib/letter/model';
import { DEFAULT_WORKING_DAYS } from '../../lib/letter/dates';
import { lookUp } from '../../lib/letter/text';
import { voiceLabels } from '../../lib/writing/letters';
import { describeRecipient } from '../../lib/writing/recipients';
import type { Choices } from '../../lib/storage/choices';
import type { Employer } from '../../lib/storage/schema';
import { DayNote, useTypedInput } from '../ui/DateField';
import { LetterPreview } from '../ui/LetterPreview';
import { SupportLines } from './LetterQuestions';
import { RadioRows, Tick } from '../ui/RowControls';
import rows from '../ui/RowControls.module.css';
import css from './letterOptions.module.css';
import ui from '../ui/controls.module.css';

interface CopiesProps {
  choices: Choices;
  employer: Employer | null;
  onTick: (copyId: string, ticked: boolean) => void;
}

/** One checkbox for each person who could get a copy. */
export function Copies({ choices, employer, onTick }: CopiesProps) {
  const copied = employer ? (lookUp(choices.copies, employer.id) ?? []) : [];
  return employer?.copies
    .filter((copy) => copy.name || copy.email)
    .map((copy) => (
      <Tick
        key={copy.id}
        label={`Copy to ${copy.name || copy.email}`}
        hint={describeRecipient(copy.email, 'Cc')}
        checked={copied.includes(copy.id)}
        onChange={(ticked) => onTick(copy.id, ticked)}
      />
    ));
}

interface ChooseProps {
  choices: Choices;
  onChoose: (patch: Partial<Choices>) => void;
}

/** Whether the letter tells of a membership. A letter that does not mention NAHT cannot. */
export function Membership({ choices: { voice, mentionUnion }, onChoose }: ChooseProps) {
  if (voice === 'without NAHT') return null;
  return (
    <Tick
      label="Say that I am a member of NAHT"
      checked={mentionUnion}
      onChange={(ticked) => onChoose({ mentionUnion: ticked })}
    />
  );
}

interface RequestsProps {
  letter: LetterTemplate;
  choices: Choices;
  onTick: (requestId: string, ticked: boolean) => void;
}

/** One checkbox for each request of the letter. */
export function Requests({ letter, choices, onTick }: RequestsProps) {
  const ticked = lookUp(choices.requests, letter.id) ?? defaultRequests(letter);
  return (
    <div role="group" aria-label="What the letter asks for">
      {listRequests(letter).map(({ id, title }) => (
        <Tick
          key={id}
          label={title}
          checked={ticked.includes(id)}
          onChange={(checked) => onTick(id, checked)}
        />
      ))}
    </div>
  );
}

/** Whether and how the letter uses NAHT’s words. */
export function VoiceChoice({
  voice,
  onChoose,
  isInline = false,
}: { voice: Voice; isInline?: boolean } & Pick<ChooseProps, 'onChoose'>) {
  return (
    <RadioRows
      label="Voice"
      options={voices.map((value) => ({ value, label: voiceLabels[value] }))}
      chosen={voice}
      isInline={isInline}
      onChoose={(chosen) => onChoose({ voice: chosen })}
    />
  );
}

/** The user’s own paragraph. It is kept in memory for this tab and saved to disk only by “I have sent it”. */
export function OwnParagraph({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={rows.hint}>
        About our school (optional)
      </label>
      <p id={`${id}-hint`} className={rows.hint}>
        No names, no health details. For example: how many leaders you have, what changed this year, who would
        carry the inspection days.
      </p>
      <textarea
        id={id}
        className={ui.control}
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
export function ReplyDate(props: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  const { input, problem } = useTypedInput({ type: 'date', mayBeEmpty: false, ...props });
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        Ask for a reply by
      </label>
      <input
        {...input}
        id={id}
        className={`${ui.control} ${css.day}`}
        data-field="reply date"
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className={rows.hint}>
        {DEFAULT_WORKING_DAYS} working days unless you choose another day. The law sets no date for an answer.
        {problem && <strong role="alert"> {problem}</strong>}
      </p>
      <p className={rows.hint}>
        {!problem && <DayNote of="reply date" date={props.value} onUse={props.onChange} />}
      </p>
    </>
  );
}

/** The letter as it will go in. Keyboard users must be able to focus the section, because it scrolls. */
export function WhatWillGoIn({ letter, hasFocus = false }: { letter: LetterDocument; hasFocus?: boolean }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hasFocus) section.current?.focus();
  }, [hasFocus]);
  return (
    <section
      ref={section}
      aria-label="What will go in"
      className={hasFocus ? css.whole : css.preview}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <LetterPreview letter={letter} />
    </section>
  );
}
