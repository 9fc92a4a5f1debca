import { useState } from 'react';
import { detach } from '../../lib/failure/failure';
import { formatDate } from '../../lib/letter/dates';
import type { Block, Inline, LetterDocument } from '../../lib/letter/model';
import type { LetterIngredients } from '../../lib/writing/inputs';
import { describeBlockedLetter } from '../../lib/writing/questions';
import type { PageLetter } from './useLetter';
import { copyLetter, copyText, saveFile, WORD_TYPE } from '../../lib/browser/clipboardAndDownloads';
import { listMissingOnPaper } from '../../lib/letter/compose/compose';
import { renderEmailFile } from '../../lib/letter/render/html';
import { inlineText } from '../../lib/letter/render/text';
import { composeFrom, toBody } from '../../lib/writing/insertion';
import { describeMissing } from '../../lib/writing/insertionSentences';
import { describeUnreachable } from '../../lib/writing/fieldSentences';
import { findUnreachable, validRecipients } from '../../lib/writing/recipients';
import { LetterPreview } from '../ui/LetterPreview';
import preview from '../ui/LetterPreview.module.css';
import css from './page.module.css';
import ui from '../ui/controls.module.css';

/** What became of a button: the sentence, and whether the letter’s words are now outside of this page too. */
export interface Taken {
  sentence: string;
  isSafe?: boolean;
}

async function takeCopy(letter: LetterDocument): Promise<Taken> {
  const { html, text } = toBody(letter);
  const missing = describeMissing(letter.missing.length);
  const sentence = join('The letter is copied. Click in your email and paste it.', missing);
  const isCopied = copyInPage(text, html) || (await copyLetter(html, text));
  return isCopied ? { sentence, isSafe: true } : COPY_REFUSED;
}

async function takeLine(text: string, sentence: string): Promise<Taken> {
  return copyInPage(text) || (await copyText(text)) ? { sentence } : COPY_REFUSED;
}

function takeAddress(ingredients: LetterIngredients): Taken | Promise<Taken> {
  const [address] = validRecipients(ingredients).to;
  if (address !== undefined) return takeLine(address, `${address} is copied. Paste it into To.`);
  return { sentence: join(...describeUnreachable(findUnreachable(ingredients)), 'Nothing was copied.') };
}

const COPY_REFUSED: Taken = {
  sentence: 'The browser did not allow copying. Take the letter as Word instead.',
};

/**
 * The older way of copying, within the click and with something selected. It comes first: the newer one is missing in a page
 * without https, and can be forbidden on an administered computer.
 */
function copyInPage(text: string, html = ''): boolean {
  let isFilled = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    isFilled = true;
  };
  document.addEventListener('copy', fill);
  document.getSelection()?.selectAllChildren(document.body);
  const isCopied = document.execCommand('copy');
  document.getSelection()?.removeAllRanges();
  document.removeEventListener('copy', fill);
  return isFilled && isCopied;
}

async function takeWord(letter: LetterDocument, school: string): Promise<Taken> {
  const { name, bytes } = await makeWord(letter, school);
  saveFile(name, bytes, WORD_TYPE);
  return {
    sentence: join(`The letter is in your Downloads folder as “${name}”.`, sayMissingOnPaper(letter)),
    isSafe: true,
  };
}

/** An email that is not sent, with the letter, its address and subject, and a Word copy. */
async function takeEmail({ attachesNothing: _none, ...ingredients }: LetterIngredients): Promise<Taken> {
  const choices = { ...ingredients.choices, attachWord: true, attachFirstLetter: false };
  const letter = composeFrom({ ...ingredients, choices });
  const file = { type: WORD_TYPE, ...(await makeWord(letter, ingredients.signer?.school ?? '')) };
  const people = validRecipients(ingredients);
  const email = renderEmailFile({ ...toBody(letter), ...people, subject: inlineText(letter.subject), file });
  const name = file.name.replace(/docx$/, 'eml');
  saveFile(name, email, 'message/rfc822');
  const sentence = join(
    `The email is in your Downloads folder as “${name}”. Open it in your mail program, read it and send it yourself.`,
    ...describeUnreachable(findUnreachable(ingredients)),
    sayMissingOnPaper(letter),
  );
  return { sentence, isSafe: true };
}

/** Word has the address blocks too, so more can be missing there than in the email. */
function sayMissingOnPaper(letter: LetterDocument): string {
  return describeMissing(listMissingOnPaper(letter).length);
}

async function makeWord(letter: LetterDocument, school: string) {
  const [{ renderDocx }, { wordFileName }] = await Promise.all([
    import('../../lib/word/letter'),
    import('../../lib/word/fileName'),
  ]);
  return { name: wordFileName(letter, school), bytes: new Uint8Array(await renderDocx(letter)) };
}

async function takeForm(
  { signer, employer, today }: LetterIngredients,
  version: 'one page' | 'annex',
): Promise<Taken> {
  const [{ renderRiskForm }, { toFileName }] = await Promise.all([
    import('../../lib/word/riskForm'),
    import('../../lib/word/fileName'),
  ]);
  const school = signer?.school ?? '';
  const bytes = await renderRiskForm(
    { date: today, employer: employer?.organisation ?? '', school },
    version,
  );
  const name = toFileName(`${today} Risk assessment form, ${version} – ${school}`);
  saveFile(name, new Uint8Array(bytes), WORD_TYPE);
  return { sentence: `The form is in your Downloads folder as “${name}”.` };
}

/** The browser proposes the page’s title as the name of the PDF. */
function takePrint(subject: string): Taken {
  const { title } = document;
  document.title = subject;
  window.print();
  document.title = title;
  return { sentence: 'The browser’s print window was opened. It can print the letter, or save it as a PDF.' };
}

/** Whether this device can hand a text to another app. */
const canShare = 'share' in navigator;

async function takeShare(letter: LetterDocument): Promise<Taken> {
  try {
    await navigator.share({ title: inlineText(letter.subject), text: toBody(letter).text });
    return { sentence: 'The letter was handed to the app that you chose.', isSafe: true };
  } catch {
    // Also when the user closes the sheet.
    return { sentence: 'Nothing was shared.' };
  }
}

function join(...sentences: string[]): string {
  return sentences.filter(Boolean).join(' ');
}

interface TakePartProps {
  page: PageLetter;
  /** Without the Word copy, which only the email in a file has. */
  ingredients: LetterIngredients;
  letter: LetterDocument;
}

/** Every way in which the letter leaves the page. Each ends in a sentence below the buttons; the focus stays on the button. */
export function TakePart({ page, ingredients, letter }: TakePartProps) {
  // The number makes a sentence that is said twice a new one for screen readers.
  const [said, setSaid] = useState({ times: 0, sentence: '' });
  const say = (sentence: string) => setSaid(({ times }) => ({ times: times + 1, sentence }));
  const take = async (way: () => Promise<Taken> | Taken) => {
    if (page.problem) return say(describeBlockedLetter(page.problem, 'copy'));
    try {
      const { sentence, isSafe } = await way();
      if (isSafe) page.setSaved('all');
      say(sentence);
    } catch (error) {
      console.error(error);
      say('This could not be made. What you typed is still here. Take the letter another way.');
    }
  };
  const button = (label: string, way: () => Promise<Taken> | Taken, className = ui.button) => (
    <button type="button" className={className} onClick={() => detach(take(way))}>
      {label}
    </button>
  );
  const school = ingredients.signer?.school ?? '';
  const subject = inlineText(letter.subject);
  return (
    <section className={css.panel} aria-labelledby="take-title">
      <h2 id="take-title" className={css.subtitle}>
        Take the letter
      </h2>
      <div className={css.buttons}>
        {button('Copy letter', () => takeCopy(letter), ui.buttonMain)}
        {button('Copy subject', () =>
          takeLine(subject, 'The subject is copied. Click in the subject line and paste it.'),
        )}
        {button('Copy address', () => takeAddress(ingredients))}
      </div>
      <div className={css.buttons}>
        {button('Download Word letter', () => takeWord(letter, school))}
        {button('Download as an email', () => takeEmail(ingredients))}
        {button('Print or save as PDF', () => takePrint(subject))}
        {canShare && button('Share', () => takeShare(letter))}
      </div>
      <div className={css.buttons}>
        {button('Risk assessment form', () => takeForm(ingredients, 'one page'))}
        {button('Annex to the form', () => takeForm(ingredients, 'annex'))}
      </div>
      <p
        className={said.sentence ? `${ui.notice} ${css.status}` : css.status}
        role="status"
        aria-label="Outcome"
      >
        <span key={said.times}>{said.sentence}</span>
      </p>
    </section>
  );
}

/** The letter on paper: with the address blocks, date and subject line of the Word letter. Nothing else is printed. */
export function PrintedLetter({ letter }: { letter: LetterDocument }) {
  const { sender, recipient, date } = letter;
  return (
    <div className={`${css.paper} ${preview.letter}`} lang="en-GB">
      <Lines className={css.sender} lines={sender} />
      {sender.length + recipient.length > 0 && <p>{formatDate(date)}</p>}
      <Lines className={css.recipient} lines={recipient} />
      <LetterPreview letter={withSubjectLine(letter)} />
    </div>
  );
}

function Lines({ lines, className }: { lines: Inline[][]; className: string | undefined }) {
  if (lines.length === 0) return null;
  return (
    <p className={className}>
      {lines.map((line, at) => (
        <span key={at} className={preview.line}>
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
