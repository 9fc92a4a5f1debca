import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { readSources } from '../../../scripts/lettersPlugin';

test('the example in docs/letter-format.md is a letter that parses', () => {
  const [, example = ''] =
    /^```markdown\n([^]+?)^```$/m.exec(readFileSync('docs/letter-format.md', 'utf8')) ?? [];
  const knownSources = new Set(Object.keys(readSources(readFileSync('templates/sources.yaml', 'utf8'))));
  expect(parseLetter(example, 'my-letter.md', { knownSources })).toMatchObject({
    ok: true,
    letter: { id: 'my-letter', asks: ['first letter date'] },
  });
});
