import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PRINTED_LETTERS, printLetter } from '../../../scripts/lettersAsText';
import { letters } from './everyLetter';

it.each(letters.map(({ id }) => id))(
  '%s is printed for reading as it stands now (npm run letters:print)',
  (id) => {
    const letter = letters.find((candidate) => candidate.id === id);
    expect(letter && printLetter(letter)).toBe(readFileSync(`${PRINTED_LETTERS}/${id}.txt`, 'utf8'));
  },
);
