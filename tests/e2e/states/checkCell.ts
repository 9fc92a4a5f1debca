import { expect } from 'vitest';
import { pickRequest } from '../../../lib/letter/compose/parts';
import { blockTexts, renderText } from '../../../lib/letter/render/text';
import { listRequests } from '../../../lib/letter/compose/requests';
import type { LetterDocument } from '../../../lib/letter/model';
import { builtInLetter, expectedLetter, expectedSubject } from '../../support/expectedLetter';
import { requestsOfOurs } from '../../support/requestsOfOurs';
import { exampleEmployer } from '../../support/seedDetails';
import type { Session } from '../../support/session';
import { waitUntil } from '../../support/waitUntil';
import type { Cell } from './cells';
import { expectedLines, joinOurs, type Ours } from './expectedLines';
import { openRow, placeCaret, pointOf, wordsBefore, type OpenRow } from './openRow';
import type { Row, Thing, Wanted } from './row';
import { readOthers, readSeen, squeeze, type Seen } from './seen';

const REQUEST = listRequests(builtInLetter('request'))[0]!;
const REFUSED = '#privacy-and-backup/outlook-windows/refused';
const DETAIL = 'Employer’s name';

/** Does in one state of one site what a user does, and checks what they get. Returns what the table shows. */
export async function checkCell(session: Session, { row, thing, language }: Cell): Promise<string> {
  const opened = await openRow(session, row, language);
  try {
    return await (thing === 'whole letter' ? tryLetter : tryMenu)(session, opened, row, thing);
  } finally {
    if (opened.page !== opened.mailbox) await opened.page.close();
    await opened.mailbox.close();
  }
}

type Try = (session: Session, opened: OpenRow, row: Row, thing: Thing) => Promise<string>;

/** By the real toolbar icon; in a window without a toolbar by the menu. */
const tryLetter: Try = async (session, opened, row, thing) => {
  if (row.where === null) return tryMenu(session, opened, row, thing);
  await placeCaret(opened, row);
  return check(session, opened, row, thing, () => pressInsert(session, opened, row));
};

const tryMenu: Try = async (session, opened, row, thing) => {
  const wanted = thing === 'whole letter' ? row.letter : row.menu;
  const point = await pointOf(opened, row);
  if (wanted.get === 'no menu') {
    expect(await session.offersMenu(opened.page, point)).toBe(false);
    return 'no menu';
  }
  return check(session, opened, row, thing, async () => {
    await session.chooseFromMenu(opened.page, point, titlesOf(thing));
    return wanted.get === 'sentence' ? readRefusal(session) : session.readNotice(opened.page);
  });
};

function titlesOf(thing: Thing): string[] {
  if (thing === 'whole letter') return ['Whole letter'];
  return thing === 'request' ? [REQUEST.title] : ['My details', DETAIL];
}

async function pressInsert(session: Session, { page }: OpenRow, { where, chooses }: Row): Promise<string> {
  const popup = await session.openPopup(page);
  try {
    await waitUntil(`the popup says “${where}”`, async () =>
      (await popup.text()).split('\n').some((line) => line.trim() === where),
    );
    if (chooses) await popup.press('radio', chooses);
    await popup.press('button', 'Insert letter');
    return await popup.waitFor('status', 'Outcome', /^(?!Putting the letter in)[^]/);
  } finally {
    await popup.close();
  }
}

/** Where we may not write no sentence can stand, and a window of its own has no icon: it opens beside the switch. */
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
  thing: Thing,
  act: () => Promise<string>,
): Promise<string> {
  const wanted = thing === 'whole letter' ? row.letter : row.menu;
  const before = draft ? await readSeen(draft) : null;
  const othersBefore = await readOthers(page, row.site, draft);
  const [subject, people] = [await draft?.subject(), await draft?.people()];
  const sentBefore = session.mail.requests.length;

  const sentence = await act();

  const letter = expectedLetter('request');
  const ours = oursOf(
    thing,
    letter,
    draft !== null && (await draft.body.evaluate((b) => b.localName)) === 'textarea',
  );
  expect(sentence).toBe(tellsOf(wanted, thing));
  if (draft && before) {
    const after = await readSeen(draft);
    checkBody(before, after, wanted, ours, row);
    // What it says of people and subject is what became of them.
    const isTitled = sentence.includes('filled in the subject');
    const isAddressed = sentence.includes('addressed it');
    expect(await draft.subject()).toBe(isTitled ? expectedSubject(letter) : subject);
    expect(await draft.people()).toEqual(isAddressed ? [exampleEmployer.email] : people);
  }
  // A window that Outlook fills itself has its witness in the page it came from.
  for (const each of new Set([page, mailbox])) {
    const witness = await each.evaluate(() => globalThis.standInWitness);
    if (each === mailbox) expect(witness).toBeDefined();
    if (witness) expect(witness).toEqual({ madeUpKeys: [], pressed: [] });
  }
  await checkOthers();
  expect(requestsOfOurs(session.mail.requests.slice(sentBefore))).toEqual([]);
  return wanted.get === 'sentence' ? sentence : 'ok';

  async function checkOthers(): Promise<void> {
    if (wanted.get !== 'text elsewhere') {
      expect(await readOthers(page, row.site, draft)).toEqual(othersBefore);
      return;
    }
    const othersNow = await readOthers(page, row.site, draft);
    expect(othersNow.filter((html, index) => html !== othersBefore[index])).toHaveLength(1);
    const field = squeeze(await page.$eval(wanted.field, (element) => element.textContent));
    expect(field.split(ours.text)).toHaveLength(2);
  }
}

function checkBody(before: Seen, after: Seen, wanted: Wanted, ours: Ours, row: Row): void {
  if (wanted.get !== 'text') {
    expect(after).toEqual(before);
    return;
  }
  const spot = wanted.at === 'top' ? 'top' : wanted.at;
  expect(joinOurs(after.lines, ours.text)).toEqual(expectedLines(before.lines, ours, spot, wordsBefore(row)));
  expect(after.things).toEqual(before.things);
  // A right-click in the signature writes in the signature: its lines are compared above.
  const isLeft = (part: string) => !wordsBefore(row) || !part.includes(wordsBefore(row));
  expect(after.parts.filter(isLeft)).toEqual(before.parts.filter(isLeft));
}

function oursOf(thing: Thing, letter: LetterDocument, isPlain: boolean): Ours {
  if (thing === 'detail') return { text: squeeze(exampleEmployer.organisation), isBlock: false };
  const document = thing === 'request' ? pickRequest(letter, REQUEST.id) : letter;
  if (!document) throw new Error('The letter has no such part');
  const text = isPlain ? renderText(document) : blockTexts(document).join('');
  return { text: squeeze(text), isBlock: true };
}

function tellsOf(wanted: Wanted, thing: Thing): string {
  if (wanted.get === 'no menu') throw new Error('There is no menu, so nothing is told');
  return wanted.tells.replace('{part}', `“${thing === 'request' ? REQUEST.title : DETAIL}”`);
}
