import { fields, isFieldName } from '../../lib/letter/compose/fields';
import { formatDate } from '../../lib/letter/dates';
import type { Block, Inline, LetterDocument } from '../../lib/letter/model';
import { inlineText } from '../../lib/letter/render/text';
import type { LetterIngredients } from '../../lib/writing/inputs';
import { validRecipients } from '../../lib/writing/recipients';
import { focusAndSay } from '../ui/focusAndSay';
import { LetterPreview } from '../ui/LetterPreview';
import { moreFieldId } from './DetailsPart';

interface ReadPartProps {
  letter: LetterDocument;
  ingredients: LetterIngredients;
}

/** The email as it will be copied, with its address and subject, and links to what is missing in it. */
export function ReadPart({ letter, ingredients }: ReadPartProps) {
  const { to, cc } = validRecipients(ingredients);
  const head = { To: to.join(', '), Cc: cc.join(', '), Subject: inlineText(letter.subject) };
  return (
    <>
      <h2 id="read-title">Read the letter</h2>
      {letter.missing.length > 0 && (
        <p className="missing">
          Still to fill in (in [brackets] in the letter):{' '}
          {letter.missing.map(({ field, label }, at) => (
            <span key={field}>
              {at > 0 && ' · '}
              <button type="button" className="button-link" onClick={() => focusField(field, label)}>
                {label}
              </button>
            </span>
          ))}
        </p>
      )}
      {/* Keyboard users must be able to focus it, because it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="sheet" aria-label="What will go in" tabIndex={0}>
        <dl>
          {Object.entries(head).map(
            ([label, value]) =>
              (value || label === 'To') && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value || '—'}</dd>
                </div>
              ),
          )}
        </dl>
        <LetterPreview letter={letter} />
      </section>
    </>
  );
}

/** Opens the fold around the field where the missing detail is filled in, and goes there. */
function focusField(name: string, label: string): void {
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

/** The letter on paper: with the address blocks, date and subject line of the Word letter. Nothing else is printed. */
export function PrintedLetter({ letter }: { letter: LetterDocument }) {
  const { sender, recipient, date } = letter;
  return (
    <div className="paper" lang="en-GB">
      {sender.length > 0 && <Lines className="sender" lines={sender} />}
      {(sender.length > 0 || recipient.length > 0) && <p>{formatDate(date)}</p>}
      {recipient.length > 0 && <Lines className="recipient" lines={recipient} />}
      <LetterPreview letter={withSubjectLine(letter)} />
    </div>
  );
}

function Lines({ lines, className }: { lines: Inline[][]; className: string }) {
  return (
    <p className={className}>
      {lines.map((line, at) => (
        <span key={at} className="letter-line">
          {inlineText(line)}
        </span>
      ))}
    </p>
  );
}

/** The subject line is below the salutation, as in a British business letter. */
function withSubjectLine(letter: LetterDocument): LetterDocument {
  const [first, ...others] = letter.sections;
  if (!first) return letter;
  const [salutation] = first.blocks;
  const at = salutation?.type === 'paragraph' && inlineText(salutation.content).startsWith('Dear ') ? 1 : 0;
  const subject: Block = {
    type: 'paragraph',
    content: letter.subject.map((inline) =>
      inline.type === 'text' ? { type: 'strong', text: inline.text } : inline,
    ),
  };
  return { ...letter, sections: [{ ...first, blocks: first.blocks.toSpliced(at, 0, subject) }, ...others] };
}
