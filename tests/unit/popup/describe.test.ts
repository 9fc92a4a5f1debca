import { expect, test } from 'vitest';
import { firstChoices } from '../../../lib/storage/choices';
import { describeTicks } from '../../../components/popup/Folds';

test('“Also fill in” lists what is ticked while folded, including the number of copies', () => {
  expect(describeTicks(firstChoices, 0)).toBe('subject, address');
  expect(describeTicks(firstChoices, 1)).toBe('subject, address, 1 copy');
  expect(describeTicks({ ...firstChoices, attachWord: true }, 2)).toBe(
    'subject, address, Word copy, 2 copies',
  );
  expect(describeTicks(firstChoices, 0, true)).toBe('subject, address, first letter');
  expect(describeTicks({ ...firstChoices, fillSubject: false, address: false }, 0)).toBe('nothing');
});
