import { useRef, useState, lazy, Suspense } from 'react';
import type { ReplyDecision } from '../../lib/answers/answer';
import { detach } from '../../lib/failure/failure';
import { fields, isFieldName } from '../../lib/letter/compose/fields';
import type { LetterDocument, MissingDetail } from '../../lib/letter/model';
import { inlineText } from '../../lib/letter/render/text';
import type { DetailsFile } from '../../lib/transfer/detailsFile';
import { composeFrom, withoutAttachments } from '../../lib/writing/insertion';
import type { LetterIngredients } from '../../lib/writing/inputs';
import { listLetters, lettersOnDemand } from '../../lib/writing/letters';
import { describeLetterProblem, listLetterNotes } from '../../lib/writing/questions';
import { tickedCopies, validRecipients } from '../../lib/writing/recipients';
import { LetterFolds, MissingDetails, VoiceFold } from '../letterOptions/LetterFolds';
import { Copies, Membership, WhatWillGoIn } from '../letterOptions/LetterOptions';
import { Fold } from '../ui/RowControls';
import { focusAndSay, Said, useFailures, Notice } from '../ui/focusAndSay';
import { SelectField } from '../ui/Field';
import { DetailsPart, moreFieldId } from './DetailsPart';
import { PrintedLetter, TakePart } from './TakePart';
import { type PageLetter, useLetter } from './useLetter';
import rows from '../ui/RowControls.module.css';
import css from './page.module.css';
import ui from '../ui/controls.module.css';

/** The letter without an installation: details, letter, and the ways to take it. Nothing is stored and nothing is sent. */
export function LetterPage({ branch }: { branch: DetailsFile | null }) {
  const page = useLetter(branch?.records ?? []);
  const [hasFailed, setFailed] = useState(false);
  useFailures(() => setFailed(true));
  const reading = useRef<HTMLElement>(null);
  const { ingredients, problem } = page;
  const emailIngredients = ingredients && withoutAttachments(ingredients);
  const letter = emailIngredients && composeFrom(emailIngredients);
  return (
    <>
      <div className={css.page}>
        <header>
          <h1 className={css.title}>Dear Employer</h1>
          <p className={css.intro}>
            A letter that asks your employer to assess the risks of Ofsted inspections to you and your staff.
            {branch?.from && ` With the words and employers of ${branch.from}.`}
            {branch?.contact && ` Questions about them: ${branch.contact}.`}
          </p>
          <Notice>
            <p>
              <strong>Nothing you type is sent or kept.</strong> It is in this page only, and gone when you
              close it. A school’s computer and mailbox belong to your employer: to keep the letter private
              for now, write it on your own.
            </p>
          </Notice>
        </header>
        <main className={css.main}>
          {hasFailed && (
            <Notice tone="warn">
              <p role="alert">
                That did not work. What you typed is still here. Try again, or take the letter another way.
              </p>
            </Notice>
          )}
          <div className={css.fillIn}>
            <DetailsPart page={page} onEnter={() => reading.current?.focus()} />
            {ingredients && (
              <section className={css.panel} aria-labelledby="letter-title">
                <h2 id="letter-title" className={css.subtitle}>
                  Your letter
                </h2>
                <TheirReplyPart page={page} today={ingredients.today} />
                {problem && (
                  <Notice tone="warn">
                    <p role="alert">{describeLetterProblem(problem)}</p>
                    <button
                      type="button"
                      className={ui.button}
                      onClick={() => {
                        detach(page.takeOurs(problem.ours.id));
                        focusAndSay(reading.current, `Now it is ours: “${problem.ours.title}”.`);
                      }}
                    >
                      Use ours this time
                    </button>
                  </Notice>
                )}
                <LetterChoices page={page} ingredients={ingredients} />
              </section>
            )}
          </div>
          {letter && (
            <div className={css.takeAway}>
              <section className={css.panel} ref={reading} tabIndex={-1} aria-labelledby="read-title">
                <ReadPart letter={letter} ingredients={emailIngredients} />
              </section>
              <TakePart page={page} ingredients={emailIngredients} letter={letter} />
            </div>
          )}
        </main>
        <AboutPage />
        <Said />
      </div>
      {letter && !problem && <PrintedLetter letter={letter} />}
    </>
  );
}

/** What the letter says: the same choices as in the popup, with their present value beside each. */
function LetterChoices({ page, ingredients }: { page: PageLetter; ingredients: LetterIngredients }) {
  const { letter, choices, words, employer } = ingredients;
  const titles = listLetters({ letters: page.ownLetters }, lettersOnDemand);
  const copies = tickedCopies(employer, choices).length;
  return (
    <>
      <SelectField
        id="letter"
        label="Letter"
        value={letter.id}
        options={titles.map(({ id, title, stage }) => ({ value: id, label: title, group: stage }))}
        hint={letter.when}
        onChange={(letterId) => page.choose({ letterId })}
      />
      {listLetterNotes(ingredients).map((note) => (
        <p key={note} className={rows.hint}>
          {note}
        </p>
      ))}
      <div className={rows.card}>
        <LetterFolds
          letter={letter}
          choices={choices}
          words={words}
          voice={<VoiceFold letter={letter} choices={choices} open onChoose={page.choose} />}
          onTick={page.tickRequest}
          onWrite={page.write}
        >
          {(choices.voice !== 'without NAHT' || employer?.copies.length) && (
            <Fold title="Copies and membership" value={copies === 1 ? '1 copy' : `${copies} copies`}>
              <div role="group" aria-label="Copies and membership">
                <Copies choices={choices} employer={employer} onTick={page.tickCopy} />
                <Membership choices={choices} onChoose={page.choose} />
              </div>
            </Fold>
          )}
        </LetterFolds>
      </div>
    </>
  );
}

interface ReadPartProps {
  letter: LetterDocument;
  ingredients: LetterIngredients;
}

/** The email as it will be copied, with its address and subject, and links to what is missing in it. */
function ReadPart({ letter, ingredients }: ReadPartProps) {
  const { to, cc } = validRecipients(ingredients);
  const head = { To: to.join(', ') || '—', Cc: cc.join(', '), Subject: inlineText(letter.subject) };
  return (
    <>
      <h2 id="read-title" className={css.subtitle}>
        Read the letter
      </h2>
      <MissingDetails missing={letter.missing} note="in [brackets] in the letter" onOpen={focusField} />
      <dl className={css.head}>
        {Object.entries(head).map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt className={css.headLabel}>{label}</dt>
                <dd className={css.headValue}>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <WhatWillGoIn letter={letter} />
    </>
  );
}

/** Opens the fold around the field where the missing detail is filled in, and goes there. */
function focusField({ field: name, label }: MissingDetail): void {
  const place = isFieldName(name) ? fields[name].place : { page: 'none' as const };
  const kind = place.page === 'options' && place.section === 'about-you' ? 'signer' : 'employer';
  const ids =
    place.page === 'options' ? [moreFieldId(kind, place.field), place.field] : ['more-employer-role'];
  const field =
    [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
      ({ dataset }) => dataset['field'] === name,
    ) ?? ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  field?.closest('details')?.setAttribute('open', '');
  focusAndSay(field, `Fill in: ${label}.`);
}

/** Whose words these are, and what the file is made of, for a reader who must know before opening or passing it on. */
function AboutPage() {
  const made = (readDataBlock('licences') ?? {}) as { parts?: string[]; text?: string };
  return (
    <footer className={css.footer}>
      <p>
        Built on published passages of NAHT’s template letter. Not NAHT’s official text; not affiliated with
        NAHT, Ofsted, Google or Microsoft.
      </p>
      <details>
        <summary>What this page is made of</summary>
        <p>
          One file. It loads nothing and contacts no one, and works with the network switched off. In it are:
        </p>
        <ul>
          {made.parts?.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <pre className={css.licences}>{made.text}</pre>
      </details>
    </footer>
  );
}

/** The data that the build put into the page as a block that is never run as script; `null` if there is none. */
export function readDataBlock(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : null;
}

// The rules by which a reply is read are unpacked only when somebody opens this.
const PasteReply = lazy(async () => ({ default: (await import('../answers/ReplyAnswer')).PasteReply }));

/** “Paste their reply”: what the employer says, and the letter that answers it, chosen in this page. Nothing is noted. */
function TheirReplyPart({ page, today }: { page: PageLetter; today: string }) {
  const [isOpen, setOpen] = useState(false);
  const ownFor = (letterId: string) => page.ownLetters.find(({ replaces }) => replaces === letterId);
  const titleOf = (letterId: string) =>
    (ownFor(letterId) ?? lettersOnDemand.titles.find(({ id }) => id === letterId))?.title ?? letterId;
  const finish = ({ letter }: ReplyDecision) => {
    setOpen(false);
    if (!letter) return focusAndSay(document.getElementById('their-reply'), 'Nothing to send now.');
    const letterId = ownFor(letter.letterId)?.id ?? letter.letterId;
    page.choose({
      letterId,
      ...(letter.requests && {
        requests: { ...page.written.choices.requests, [letterId]: [...letter.requests] },
      }),
    });
    detach(page.write({ answers: letter.answers }));
    focusAndSay(document.getElementById('letter'), `“${titleOf(letter.letterId)}” is chosen.`);
  };
  return (
    <div>
      <button
        id="their-reply"
        type="button"
        className={ui.button}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Paste their reply
      </button>
      {isOpen && (
        <Suspense fallback={<p className={rows.hint}>Opening…</p>}>
          <PasteReply
            today={today}
            titleOf={titleOf}
            afterwards="Then read the letter and take it with you."
            cannotNote="Nothing is noted: this page keeps nothing."
            onDone={finish}
          />
        </Suspense>
      )}
    </div>
  );
}
