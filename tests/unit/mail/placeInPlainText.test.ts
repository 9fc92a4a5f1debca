// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findPlainSpot } from '../../../lib/mail/place';

/** `|` is the caret, `[` … `]` a selection, `⇣` where the text goes. */
test.each([
  ['focused', 'own |words', 'own ⇣words', 'at the caret'],
  ['focused', '[own] words', 'own⇣ words', 'after the selection'],
  ['focused', 'own\n-- \nSam|', 'own⇣\n-- \nSam', 'above the signature'],
  ['focused', 'own\n\n> ol|d', 'own⇣\n\n> old', 'above the quoted mail'],
  ['elsewhere', 'own words\n\n|', 'own words⇣\n\n', 'at the end'],
  ['elsewhere', '|', '⇣', 'at the end'],
  ['elsewhere', 'own|\n\n-- \nSam\n\n> old', 'own⇣\n\n-- \nSam\n\n> old', 'above the signature'],
  [
    'elsewhere',
    'own|\n________________________________\nFrom: Alex',
    'own⇣\n________________________________\nFrom: Alex',
    'above the quoted mail',
  ],
  [
    'elsewhere',
    'own|\n-----Original Message-----\nFrom',
    'own⇣\n-----Original Message-----\nFrom',
    'above the quoted mail',
  ],
  ['clicked', 'own\n-- \nS|am', 'own\n-- \nS⇣am', 'at the caret'],
])('in a text area, caret %s: %j', (where, draft, expected, place) => {
  const field = document.createElement('textarea');
  field.value = draft.replace(/[[\]|]/g, '');
  const start = draft.search(/[[|]/);
  field.setSelectionRange(start, draft.includes(']') ? draft.indexOf(']') - 1 : start);
  const spot = findPlainSpot(field, where === 'clicked' ? 'clicked' : 'id', where === 'focused');
  expect(`${field.value.slice(0, spot.at)}⇣${field.value.slice(spot.at)}`).toBe(expected);
  expect(spot.place).toBe(place);
});
