import { expect, test } from 'vitest';
import { forThisKeyboard } from '../../../lib/writing/outcomeSentences';

const SENTENCE = 'Press Ctrl+Z in the email. Select the text and press Ctrl+C.';

test.each(['Win32', 'Linux x86_64', ''])('the shortcuts are named with Ctrl on %s', (platform) => {
  expect(forThisKeyboard(SENTENCE, platform)).toBe(SENTENCE);
});

test('the shortcuts are named with ⌘ on a Mac', () => {
  expect(forThisKeyboard(SENTENCE, 'MacIntel')).toBe('Press ⌘Z in the email. Select the text and press ⌘C.');
});
