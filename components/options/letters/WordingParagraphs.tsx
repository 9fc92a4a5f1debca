import { looksLikeNote, type FoundLetter, wordsOf } from '../../../lib/import/paragraphs';
import { shorten } from '../../../lib/import/toMarkdown';
import { CheckField, TextField } from '../../ui/Field';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

/** What the user changed in a paragraph, by its place: “2.0”. */
type Changes = Readonly<Record<string, { isOut: boolean; words?: string }>>;

/** Everything above “Dear …” is the letterhead of one school, and notes are for the reader of the file. */
export function proposeChanges({ sections }: FoundLetter): Changes {
  const all = sections.flatMap(({ blocks }, at) =>
    blocks.map(({ spans }, index) => ({ place: `${at}.${index}`, words: wordsOf(spans) })),
  );
  const dear = all.findIndex(({ words }) => /^dear\b/i.test(words));
  const isOut = (words: string, at: number) => at < dear || looksLikeNote(words);
  return Object.fromEntries(
    all.filter(({ words }, at) => isOut(words, at)).map(({ place }) => [place, { isOut: true }]),
  );
}

export function applyChanges({ sections, ...letter }: FoundLetter, changes: Changes): FoundLetter {
  const changed = sections.map((section, at) => ({
    ...section,
    blocks: section.blocks.flatMap((block, index) => {
      const { isOut = false, words } = changes[`${at}.${index}`] ?? {};
      if (isOut || words?.trim() === '') return [];
      return words === undefined ? [block] : [{ ...block, spans: [{ text: words, bold: false }] }];
    }),
  }));
  return { ...letter, sections: changed.filter(({ blocks }) => blocks.length > 0) };
}

interface WordingParagraphsProps {
  letter: FoundLetter;
  changes: Changes;
  onChange: (changes: Changes) => void;
}

/** Every paragraph, to be left out or changed as plain text. */
export function WordingParagraphs({ letter, changes, onChange }: WordingParagraphsProps) {
  const all = letter.sections.flatMap(({ blocks }, at) =>
    blocks.map(({ spans }, index) => ({ place: `${at}.${index}`, found: wordsOf(spans) })),
  );
  const out = all.filter(({ place }) => changes[place]?.isOut).length;
  return (
    <details className={`${ui.more} ${page.after}`} open={out > 0}>
      <summary>Change the words, or leave paragraphs out</summary>
      {out > 0 && (
        <p className={page.aside}>
          {out === 1 ? 'The paragraph' : `The ${out} paragraphs`} without a tick {out === 1 ? 'is' : 'are'}{' '}
          left out: what is above “Dear”, because the Word letter gets your own address, and notes about using
          the letter.
        </p>
      )}
      {all.map(({ place, found }, at) => {
        const { isOut = false, words = found } = changes[place] ?? {};
        return (
          <div key={place}>
            <CheckField
              id={`paragraph-${at}`}
              label={shorten(words)}
              checked={!isOut}
              onChange={(isIn) => onChange({ ...changes, [place]: { ...changes[place], isOut: !isIn } })}
            />
            {!isOut && (
              <TextField
                id={`paragraph-${at}-words`}
                label={`Words of paragraph ${at + 1}`}
                rows={Math.min(8, 2 + Math.floor(words.length / 90))}
                value={words}
                onChange={(typed) => onChange({ ...changes, [place]: { isOut: false, words: typed } })}
              />
            )}
          </div>
        );
      })}
    </details>
  );
}
