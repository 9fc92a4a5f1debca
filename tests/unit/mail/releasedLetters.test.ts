// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textsToRecognise } from '../../../lib/letter/render/text';
import { isAlreadyThere } from '../../../lib/mail/recognise';
import { other } from '../../../lib/mail/sites/sites';
import type { Draft } from '../../../lib/mail/sites/site';
import { listSentences, readReleased } from '../../../scripts/lettersPlugin';
import { composeSample, letters } from '../templates/everyLetter';

/** Letters as each release printed them. */
const GOLDEN = 'tests/golden';
const releases = readdirSync(GOLDEN).filter((name) => existsSync(`${GOLDEN}/${name}/letters`));
const released = JSON.parse(readFileSync('templates/released.json', 'utf8'));

function draftOf(text: string): Draft {
  const body = document.createElement('div');
  body.textContent = text;
  return { client: other, kind: 'new message', body, root: body, subject: null, minimised: false };
}

/** The ids of today’s letters of which an email with this text would be said to have a copy already. */
function lettersIn(text: string): string[] {
  const draft = draftOf(text);
  const sought = letters.map((letter) => {
    const today = { ...letter, released: readReleased(released, letter.id) };
    return { id: letter.id, texts: textsToRecognise(composeSample(letter.id), today) };
  });
  return sought.filter(({ texts }) => isAlreadyThere(draft, texts)).map(({ id }) => id);
}

test.each(releases)(
  'every letter of %s is recognised in an email, and taken for no other letter',
  (release) => {
    const folder = `${GOLDEN}/${release}/letters`;
    for (const file of readdirSync(folder)) {
      const printed = readFileSync(`${folder}/${file}`, 'utf8').split(/^=+\n[^=]*\n=+$/m);
      for (const text of printed.filter((one) => one.trim()))
        expect(lettersIn(text), file).toEqual([file.replace('.txt', '')]);
    }
  },
);

test('today’s letters are recognised by the sentences that a release keeps of them', () => {
  const sentences = listSentences(letters);
  for (const letter of letters) {
    const kept = readReleased({ next: sentences }, letter.id);
    const reworded = { ...composeSample(letter.id), sections: [] };
    const draft = draftOf(
      composeSample(letter.id, 'joint', 'governing body', 'full')
        .sections.flatMap(({ blocks }) => JSON.stringify(blocks))
        .join(' '),
    );
    expect(isAlreadyThere(draft, textsToRecognise(reworded, { released: kept })), letter.id).toBe(true);
  }
});
