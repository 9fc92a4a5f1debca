import type { ReactNode } from 'react';
import { formatIfDate } from '../../../lib/letter/dates';
import type { IsoDate, LetterContext, LetterTemplate } from '../../../lib/letter/model';
import type { OwnLetter } from '../../../lib/storage/schema';
import { ImportWording } from './ImportWording';
import { OpenLetterFile } from './OpenLetterFile';
import { ownLink, rowId } from '../location';

interface OwnLettersProps {
  /** Those that are used instead of one of ours are listed there. */
  letters: readonly OwnLetter[];
  builtIn: readonly LetterTemplate[];
  context: LetterContext;
  today: IsoDate;
}

export function OwnLetters({ letters, builtIn, context, today }: OwnLettersProps) {
  return (
    <>
      <h3>Your own letters</h3>
      <p className="field-hint">
        Copy one of ours and change it, or open a letter file that your branch gives you. It is checked before
        it is used, and stays on this computer.
      </p>
      {letters.length > 0 && (
        <LetterRows>
          {letters.map((letter) => (
            <OwnRow key={letter.id} letter={letter} when="" today={today} />
          ))}
        </LetterRows>
      )}
      <OpenLetterFile />
      <ImportWording builtIn={builtIn} context={context} />
    </>
  );
}

export function LetterRows({ children }: { children: ReactNode }) {
  return <ul className="card rows">{children}</ul>;
}

interface LetterRowProps {
  link: string;
  id: string;
  title: string;
  when: string;
  /** Whose wording it is; absent for ours. */
  mark?: string;
}

/** One letter in the list: its title opens it. */
export function LetterRow({ link, id, title, when, mark }: LetterRowProps) {
  return (
    <li>
      <a id={rowId(id)} className="row" href={link} title={title}>
        <strong>{title}</strong>
        {when && <span className="field-hint">{when}</span>}
        {mark && <span className="mark">{mark}</span>}
      </a>
    </li>
  );
}

export function OwnRow({ letter, when, today }: { letter: OwnLetter; when: string; today: IsoDate }) {
  return (
    <LetterRow
      link={ownLink(letter.id)}
      id={letter.id}
      title={letter.title || 'A letter without a title'}
      when={when}
      mark={describeOrigin(letter, today)}
    />
  );
}

/** Whose wording it is and until when: “North Shire branch, version 2, until 1 March 2027”. */
export function describeOrigin({ supplier, version, reviewDate }: OwnLetter, today: IsoDate): string {
  const until = reviewDate !== '' && `until ${formatIfDate(reviewDate)}`;
  return [
    supplier ? `Wording of ${supplier}` : 'Your own wording',
    version && `version ${version}`,
    until && (reviewDate < today ? `${until}, which has passed` : until),
  ]
    .filter(Boolean)
    .join(', ');
}
