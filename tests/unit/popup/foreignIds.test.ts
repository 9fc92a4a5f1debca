import { openPopupOn, setUpTab } from './openedPopup';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newRecord } from '../../../lib/storage/schema';
import { readBuiltInMarkdown } from '../../../lib/letter/builtIn';

const TODAY = '2026-11-23';
const output: string[] = [];

beforeEach(() => {
  output.length = 0;
  const draft = { id: 'd', kind: 'new message', subject: 'empty', subjectText: '', focused: true } as const;
  setUpTab(
    () => ({
      site: 'gmail',
      drafts: [{ ...draft, minimised: false, plainText: false, holds: [] }],
      blockedFrame: false,
    }),
    { sendJob: async (job) => void (job.type === 'insert' && output.push(job.content.text)) },
  );
});

/** Ids that an earlier version restored from a file as they were. */
const foreignIds = ['constructor', 'toString', '__proto__', 'hasOwnProperty', '0', 'x'.repeat(5000), 'ABC'];

test.each(foreignIds.map((id) => [id.slice(0, 20), id]))(
  'the popup opens, ticks and inserts with records whose id is “%s”',
  async (_, id) => {
    const markdown = await readBuiltInMarkdown('request');
    const copies = [{ id, name: 'Clerk', email: 'clerk@mill.example' }];
    await fakeBrowser.storage.local.set({
      [`signer:${id}`]: newRecord('signer', id, { fullName: 'Sam Carter', school: 'Mill', employerId: id }),
      [`employer:${id}`]: newRecord('employer', id, { organisation: 'Mill Trust', copies }),
      [`letter:${id}`]: newRecord('letter', id, { title: 'Ours', markdown }),
    });
    const popup = await openPopupOn(TODAY);
    await popup.chooseLetter(id);
    await popup.chooseSigner(id);
    await popup.tickRequest('named-officer', true);
    await popup.tickCopy(id, true);
    await popup.writeWords({ ownParagraph: 'We are a small school.' });
    await popup.insertLetter();
    const again = await openPopupOn(TODAY);
    expect(again.state()).toMatchObject({
      letterProblem: null,
      letter: { id, title: 'Ours' },
      signer: { fullName: 'Sam Carter' },
      employer: { organisation: 'Mill Trust' },
    });
    await again.insertLetter();
    expect(output).toHaveLength(2);
    for (const text of output) {
      expect(text).toContain('Mill Trust');
      expect(text).toContain('We are a small school.');
      expect(text).not.toContain('function');
    }
    expect(output[0]).toContain('cc Clerk');
    expect(output[0]).toMatch(/named person|name the person/i);
  },
);
