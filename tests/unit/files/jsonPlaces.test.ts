import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonOffsets, placeInText } from '../../../lib/files/json';

function placeOf(text: string, path: (string | number)[]) {
  const found = findJsonOffsets(text, [path]);
  if (!found.ok) throw new Error(found.sentence);
  return placeInText(text, found.offsets[0]!);
}

test('each value’s line and column are found', () => {
  const text = '{\n  "a": [\n    1,\n    { "b": "x" }\n  ]\n}';
  expect(placeOf(text, [])).toEqual({ line: 1, column: 1 });
  expect(placeOf(text, ['a', 0])).toEqual({ line: 3, column: 5 });
  expect(placeOf(text, ['a', 1, 'b'])).toEqual({ line: 4, column: 12 });
});

test('a missing value gets the place of the object that should contain it', () => {
  expect(placeOf('{\n"a": {}\n}', ['a', 'missing'])).toEqual({ line: 2, column: 6 });
});

test.each([
  ['{"a": }', 'A value is expected here.', 7],
  ['{"a": 1,}', 'A name in quotation marks is expected here.', 9],
  ['{"a" 1}', 'A colon is expected here.', 6],
  ['{"a": 1 "b": 2}', 'A comma is expected here.', 9],
  ['[1 2]', 'A comma is expected here.', 4],
  ['{} {}', 'The end of the file is expected here.', 4],
  ["{'a': 1}", 'A name in quotation marks is expected here.', 2],
  ['["a\tb"]', 'A value is expected here.', 2],
  ['{"a": [1, 2', 'The file ends here, in the middle: it was cut off.', 12],
  ['{"a": "some te', 'The file ends here, in the middle: it was cut off.', 7],
  ['{"a": tr', 'The file ends here, in the middle: it was cut off.', 7],
  ['{"a": 1, "b": "\\u00', 'The file ends here, in the middle: it was cut off.', 15],
  ['{"a": "no end\n}', 'A value is expected here.', 7],
  ['{"a"', 'The file ends here, in the middle: it was cut off.', 5],
])('%s gives “%s”, with its column', (text, sentence, column) => {
  const found = findJsonOffsets(text);
  if (found.ok) throw new Error('no fault was found');
  expect(found.sentence).toBe(sentence);
  expect(placeInText(text, found.offset)).toEqual({ line: 1, column });
});

test('the scanner refuses the same texts as JSON.parse', () => {
  const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, scrap]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + scrap + text.slice(place + (at % 2));
  });
  fc.assert(
    fc.property(broken, (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(findJsonOffsets(text).ok).toBe(parses);
    }),
    { numRuns: 500 },
  );
});

test('a million nested lists or an unclosed string of a million characters is refused without a crash', () => {
  expect(findJsonOffsets('['.repeat(1_000_000))).toMatchObject({
    ok: false,
    sentence: expect.stringContaining('nested'),
  });
  expect(findJsonOffsets('["' + '\\n'.repeat(1_000_000))).toMatchObject({ ok: false });
  expect(findJsonOffsets(JSON.stringify(['é"\\\n'.repeat(1_000_000)]))).toMatchObject({ ok: true });
});
