import { beforeEach, describe, expect, test } from 'vitest';
import { isAroundInspection, letterRole } from '../../../lib/writing/letters';
import { openPopupOn, setUpTab } from './openedPopup';

beforeEach(() => setUpTab());

const sentence = 'Please answer by {{reply date}}.';
const wording = (body: string) =>
  `---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n${body}\n`;

/** Our own wording in place of one of the letters, and one letter sent with it. */
async function saveInstead(replaces: string, body: string, requests: string[] = []) {
  const { repository } = await openPopupOn('2026-11-02');
  const employer = await repository.addEmployer({ organisation: 'Mill Trust' });
  const signer = await repository.addSigner({ fullName: 'Sam Carter' });
  const own = await repository.addRecord('letter', { title: 'Ours now', markdown: wording(body), replaces });
  if (!employer.ok || !signer.ok || !own.ok) throw new Error('not saved');
  const pair = { employerId: employer.value.id, signerId: signer.value.id };
  const noted = { letterId: own.value.id, standsFor: replaces, requests };
  await repository.addRecord('sent', { ...pair, ...noted, sentOn: '2026-11-02', replyBy: '2026-11-16' });
  return own.value.id;
}

describe('a letter used instead of ours', () => {
  test('is found under our letter’s id, and knows which that is', async () => {
    const id = await saveInstead('reminder', `## Text {#text}\n\n${sentence}`);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseLetter('reminder');
    const { letter, next } = popup.state();
    expect(letter).toMatchObject({ id, title: 'Ours now', replacesId: 'reminder' });
    // Sent and unanswered, it is not proposed once more.
    expect(next).toMatchObject({ do: 'write', letterId: 'second-reminder' });
  });

  test('is the letter that is proposed, once it is chosen', async () => {
    await saveInstead('request', `## Text {#text}\n\n${sentence}`);
    const popup = await openPopupOn('2026-11-23');
    await popup.repository.addRecord('letter', {
      title: 'Our reminder',
      markdown: wording(`## Text {#text}\n\n${sentence}`),
      replaces: 'reminder',
    });
    const again = await openPopupOn('2026-11-23');
    await again.chooseLetter('reminder');
    const { letter, next } = again.state();
    expect(letter.title).toBe('Our reminder');
    expect(next.do === 'write' && next.letterId).toBe(letterRole(letter));
  });

  test('hands its ticks on to the letters that repeat its requests', async () => {
    const requests = '### Ask {#assess}\nPlease assess.\n\n### Plan {#plan}\nPlease plan.';
    await saveInstead('request', `## Requests {#requests}\n\n${requests}`, ['plan']);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseLetter('reminder');
    expect(popup.state().choices.requests['reminder']).toEqual(['plan']);
  });
});

test('support lines stand beside both letters around an inspection, in whosever words', async () => {
  await saveInstead('after-inspection', `## Text {#text}\n\n${sentence}`);
  const popup = await openPopupOn('2026-11-23');
  await popup.chooseLetter('after-inspection');
  expect(popup.state().letter.title).toBe('Ours now');
  expect(isAroundInspection(popup.state().letter)).toBe(true);
  await popup.chooseLetter('inspection-notified');
  expect(isAroundInspection(popup.state().letter)).toBe(true);
  await popup.chooseLetter('reminder');
  expect(isAroundInspection(popup.state().letter)).toBe(false);
});
