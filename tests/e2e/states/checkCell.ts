import { expect } from 'vitest';
import { pickRequest } from '../../../lib/letter/compose/compose';
import { blockTexts, renderText } from '../../../lib/letter/render/text';
import { listRequests, type LetterDocument } from '../../../lib/letter/model';
import { builtInLetter, expectedLetter, expectedSubject } from '../../support/expectedLetter';
import { extensionRequests } from '../../support/mailServer';
import { exampleEmployer } from '../../support/seedDetails';
import type { Session } from '../../support/session';
import { waitUntil } from '../../support/waitUntil';
import type { Cell } from './cells';
import { expectedLines, joinInserted, type Inserted } from './expectedLines';
import { openRow, placeCaret, pointOf, wordsBefore, type OpenRow } from './openRow';
import type { Row, Part, Expected } from './row';
import { readOthers, readSeen, squeeze, type Seen } from './seen';

const REQUEST = listRequests(builtInLetter('request'))[0]!;
const REFUSED = '#privacy-and-backup/outlook-windows/refused';
const DETAIL = 'Employer’s name';

/** Inserts one part in one state of a site as a user does, and checks the result. Returns the text for the table. */
export async function checkCell(session: Session, { row, part, language }: Cell): Promise<string> {
  const opened = await openRow(session, row, language);
  try {
    return await (part === 'whole letter' ? tryLetter : tryMenu)(session, opened, row, part);
  } finally {
    if (opened.page !== opened.mailbox) await opened.page.close();
    await opened.mailbox.close();
  }
}

type Try = (session: Session, opened: OpenRow, row: Row, part: Part) => Promise<string>;

/** Clicks the real toolbar icon, or in a window without a toolbar uses the menu. */
const tryLetter: Try = async (session, opened, row, part) => {
  if (row.popupLine === null) return tryMenu(session, opened, row, part);
  await placeCaret(opened, row);
  return check(session, opened, row, part, () => pressInsert(session, opened, row));
};

const tryMenu: Try = async (session, opened, row, part) => {
  const expected = part === 'whole letter' ? row.letter : row.menu;
  const point = await pointOf(opened, row);
  if (expected.get === 'no menu') {
    expect(await session.offersMenu(opened.page, point)).toBe(false);
    return 'no menu';
  }
  return check(session, opened, row, part, async () => {
    await session.chooseFromMenu(opened.page, point, titlesOf(part));
    return expected.get === 'sentence' ? readRefusal(session) : session.readNotice(opened.page);
  });
};

function titlesOf(part: Part): string[] {
  if (part === 'whole letter') return ['Whole letter: Ask for a risk assessment'];
  return part === 'request' ? ['A request', REQUEST.title] : ['My details', DETAIL];
}

async function pressInsert(
  session: Session,
  { page }: OpenRow,
  { popupLine, chooses }: Row,
): Promise<string> {
  const popup = await session.openPopup(page);
  try {
    await waitUntil(`the popup says “${popupLine}”`, async () =>
      (await popup.text()).split('\n').some((line) => line.trim() === popupLine),
    );
    if (chooses) await popup.press('radio', chooses);
    await popup.press('button', 'Insert letter');
    return await popup.waitFor('status', 'Outcome', /^(?!Putting the letter in)[^]/);
  } finally {
    await popup.close();
  }
}

/**
 * Reads the sentence on the options page. It opens there, next to the switch, because a separate window that allows no
 * extension can show neither a notice nor an icon.
 */
async function readRefusal({ browser }: Session): Promise<string> {
  const options = await waitUntil('the switch for Outlook’s windows', async () => {
    return (await browser.pages()).find((page) => page.url().endsWith(REFUSED)) ?? null;
  });
  const alert = await options.waitForSelector('[role=alert]');
  const sentence = await alert?.evaluate((element) => element.textContent.replace(/\s+/g, ' ').trim());
  await options.close();
  return sentence ?? '';
}

async function check(
  session: Session,
  { page, draft, mailbox }: OpenRow,
  row: Row,
  part: Part,
  act: () => Promise<string>,
): Promise<string> {
  const expected = part === 'whole letter' ? row.letter : row.menu;
  const before = draft ? await readSeen(draft) : null;
  const othersBefore = await readOthers(page, row.site, draft);
  const [subject, people] = [await draft?.subject(), await draft?.people()];
  const sentBefore = session.mail.requests.length;

  const sentence = await act();

  const letter = expectedLetter('request');
  const inserted = insertedText(
    part,
    letter,
    draft !== null && (await draft.body.evaluate((b) => b.localName)) === 'textarea',
  );
  expect(sentence.replace(GREETED, '')).toBe(expectedSentence(expected, part));
  if (draft && before) {
    const after = await readSeen(draft);
    const isGreeted = sentence.includes('It is a draft') && isGreetingFirst(before, after);
    expect(sentence.includes(GREETED)).toBe(isGreeted);
    checkBody(before, after, expected, inserted, row);
    // The sentence must match what happened to recipients and subject.
    const isTitled = sentence.includes('Subject filled in');
    const isAddressed = sentence.includes('To: ');
    expect(await draft.subject()).toBe(isTitled ? expectedSubject(letter) : subject);
    expect(await draft.people()).toEqual(isAddressed ? [exampleEmployer.email] : people);
  }
  // For Outlook's window at about:blank, the page that opened it records the keys.
  for (const each of new Set([page, mailbox])) {
    const misuse = await each.evaluate(() => globalThis.standInMisuse);
    if (each === mailbox) expect(misuse).toBeDefined();
    if (misuse) expect(misuse).toEqual({ scriptedKeys: [], pressed: [] });
  }
  await checkOthers();
  expect(extensionRequests(session.mail.requests.slice(sentBefore))).toEqual([]);
  return expected.get === 'sentence' ? sentence : 'ok';

  async function checkOthers(): Promise<void> {
    if (expected.get !== 'text elsewhere') {
      expect(await readOthers(page, row.site, draft)).toEqual(othersBefore);
      return;
    }
    const othersNow = await readOthers(page, row.site, draft);
    expect(othersNow.filter((html, index) => html !== othersBefore[index])).toHaveLength(1);
    const field = squeeze(await page.$eval(expected.field, (element) => element.textContent));
    expect(field.split(inserted.text)).toHaveLength(2);
  }
}

function checkBody(before: Seen, after: Seen, expected: Expected, inserted: Inserted, row: Row): void {
  if (expected.get !== 'text') {
    expect(after).toEqual(before);
    return;
  }
  const spot = expected.at === 'top' ? 'top' : expected.at;
  expect(joinInserted(after.lines, inserted.text)).toEqual(
    expectedLines(before.lines, inserted, spot, wordsBefore(row)),
  );
  expect(after.objects).toEqual(before.objects);
  // After a right-click in the signature the text goes into it; its lines are compared above.
  const isUnchanged = (part: string) => !wordsBefore(row) || !part.includes(wordsBefore(row));
  expect(after.landmarks.filter(isUnchanged)).toEqual(before.landmarks.filter(isUnchanged));
}

function insertedText(part: Part, letter: LetterDocument, isPlain: boolean): Inserted {
  if (part === 'detail') return { text: squeeze(exampleEmployer.organisation), isBlock: false };
  const document = part === 'request' ? pickRequest(letter, REQUEST.id) : letter;
  if (!document) throw new Error('The letter has no such part');
  const text = isPlain ? renderText(document) : blockTexts(document).join('');
  return { text: squeeze(text), isBlock: true };
}

const GREETED = ' Your own greeting is above the letter’s. Keep one of them.';

/** Whether the draft began with a greeting of the writer's own, and still does. */
function isGreetingFirst(before: Seen, after: Seen): boolean {
  const [first = '', firstNow] = [before, after].map(({ lines }) => lines.find((line) => line.trim() !== ''));
  return first.startsWith('DearAlex') && firstNow?.startsWith('DearAlex') === true;
}

function expectedSentence(expected: Expected, part: Part): string {
  if (expected.get === 'no menu') throw new Error('There is no menu, so there is no sentence');
  return expected.sentence.replace('{part}', `“${part === 'request' ? REQUEST.title : DETAIL}”`);
}
