import { describe, expect, test } from 'vitest';
import { renderText } from '../../../lib/letter/render/text';
import { layOutKeptLetter, renderDocx } from '../../../lib/word/letter';
import { variants } from '../templates/everyLetter';
import { readWord } from './readWord';

const kept = (text: string) =>
  layOutKeptLetter({ letterId: 'request', title: '', sentOn: '2026-11-09', text });

describe('the text of a letter that was sent', () => {
  test('reads the same as a Word letter, for every letter', () => {
    const changed = variants.filter(({ doc }) => renderText(kept(renderText(doc))) !== renderText(doc));
    expect(changed.map(({ name }) => name)).toEqual([]);
  });

  test('keeps its lists and signatures, for every letter', () => {
    const shapes = (doc: (typeof variants)[number]['doc']) =>
      doc.sections
        .flatMap(({ blocks }) => blocks)
        .map((block) =>
          block.type === 'list'
            ? `${block.ordered} ${block.items.length}`
            : `${block.type === 'lines' && block.signature === true}`,
        );
    const changed = variants.filter(({ doc }) => shapes(kept(renderText(doc))).join() !== shapes(doc).join());
    expect(changed.map(({ name }) => name)).toEqual([]);
  });

  test('is dated with the day it was sent and called a copy, and any words make a file', async () => {
    const texts = await readWord(await renderDocx(kept('Dear Ms Okafor\n\n1. one\n\n 2. two')));
    expect(texts.slice(0, 2)).toEqual(['Copy of a letter', '9 November 2026']);
    for (const text of ['', '\n\n', '12. ', '- ', '<b>&</b>\u0007'])
      expect((await renderDocx(kept(text))).length).toBeGreaterThan(1000);
  });
});
