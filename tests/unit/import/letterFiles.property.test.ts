import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLetterFile } from '../../../components/options/letters/parsedLetter';

const letters = readdirSync('templates')
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(`templates/${name}`, 'utf8'));

/** How other programs save a text: line ends, a byte order mark, blanks at line ends, letters in pieces. */
const changes: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('\n', '  \n'),
  (text) => `${text}\n\n`,
  (text) => text.trimEnd(),
  (text) => text.replace('Dear', 'Dear Zoe\u0308 and'),
];
const anyLetter = fc
  .tuple(fc.constantFrom(...letters), fc.array(fc.constantFrom(...changes), { maxLength: 3 }))
  .map(([letter, made]) => made.reduce((text, change) => change(text), letter));

test('every letter file that is read is kept to the byte', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(anyLetter, async (text) => {
      const bytes = new TextEncoder().encode(text);
      const letter = await readLetterFile(new File([bytes], 'letter.md'));
      if (!letter.ok) return;
      read += 1;
      expect(new TextEncoder().encode(letter.markdown)).toEqual(bytes);
    }),
    { numRuns: 60 },
  );
  expect(read).toBeGreaterThan(40);
});

test('a letter file with any mistake is shown with its text, and no sentence names a file of ours', async () => {
  const cut = fc.tuple(anyLetter, fc.nat(), fc.nat(400)).map(([text, at, length]) => {
    const start = at % text.length;
    return text.slice(0, start) + text.slice(start + length);
  });
  await fc.assert(
    fc.asyncProperty(cut, async (text) => {
      const letter = await readLetterFile(new File([text], 'letter.md'));
      if (letter.ok) return;
      expect(letter.markdown).toBe(text);
      for (const { sentence } of letter.problems) expect(sentence).not.toMatch(/templates|\.yaml|\.ts\b|\//);
    }),
    { numRuns: 60 },
  );
});
