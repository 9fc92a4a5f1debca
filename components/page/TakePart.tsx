import { useState } from 'react';
import { detach } from '../../lib/failure/failure';
import type { LetterDocument } from '../../lib/letter/model';
import type { LetterIngredients } from '../../lib/writing/inputs';
import { describeBlockedLetter } from '../../lib/writing/questions';
import {
  canShare,
  type Taken,
  takeAddress,
  takeCopy,
  takeEmail,
  takeForm,
  takePrint,
  takeShare,
  takeSubject,
  takeWord,
} from './takeLetter';
import type { PageLetter } from './useLetter';

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
  const button = (label: string, way: () => Promise<Taken> | Taken, className = 'button') => (
    <button type="button" className={className} onClick={() => detach(take(way))}>
      {label}
    </button>
  );
  const school = ingredients.signer?.school ?? '';
  return (
    <section className="panel take" aria-labelledby="take-title">
      <h2 id="take-title">Take the letter</h2>
      <div className="actions">
        {button('Copy letter', () => takeCopy(letter), 'button button-main')}
        {button('Copy subject', () => takeSubject(letter))}
        {button('Copy address', () => takeAddress(ingredients))}
      </div>
      <div className="actions">
        {button('Download Word letter', () => takeWord(letter, school))}
        {button('Download as an email', () => takeEmail(ingredients))}
        {button('Print or save as PDF', takePrint)}
        {canShare && button('Share', () => takeShare(letter))}
      </div>
      <div className="actions">
        {button('Risk assessment form', () => takeForm(ingredients, 'one page'))}
        {button('Annex to the form', () => takeForm(ingredients, 'annex'))}
      </div>
      <p className="outcome" role="status" aria-label="Outcome">
        <span key={said.times}>{said.sentence}</span>
      </p>
    </section>
  );
}
