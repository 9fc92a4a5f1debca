import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PRINTED_LETTERS, printLetter } from '../../../scripts/lettersAsText';
import { letters } from './everyLetter';

it.each(letters.map((letter) => [letter.id, letter] as const))(
  '%s is printed in its current wording (npm run letters:print)',
  (id, letter) => {
    const file = `${PRINTED_LETTERS}/${id}.txt`;
    expect(existsSync(file) || `${file} is not there yet: run npm run letters:print`).toBe(true);
    expect(printLetter(letter)).toBe(readFileSync(file, 'utf8'));
  },
);
