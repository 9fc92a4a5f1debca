import { openPopupOn, setUpTab } from '../popup/openedPopup';
import { beforeEach, describe, expect, test } from 'vitest';
import { isAroundInspection, letterRole } from '../../../lib/writing/letters';

beforeEach(() => setUpTab());

const sentence = 'Please answer by {{reply date}}.';
const wording = (body: string) =>
  `---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n${body}\n`;

/** Saves an own letter that replaces one of ours, and one sent letter that used it. */
async function saveInstead(replaces: string, body: string, requests: string[] = []) {
  const { repository } = await openPopupOn('2026-11-02');
  const employer = await repository.addEmployer({ organisation: 'Mill Trust' });
  const signer = await repository.addSigner({ fullName: 'Sam Carter' });
  const own = await repository.addRecord('letter', { title: 'Ours now', markdown: wording(body), replaces });
  if (!employer.ok || !signer.ok || !own.ok) throw new Error('not saved');
  const pair = { employerId: employer.value.id, signerId: signer.value.id };
  const sent = { letterId: own.value.id, standsFor: replaces, requests };
  await repository.addRecord('sent', { ...pair, ...sent, sentOn: '2026-11-02', replyBy: '2026-11-16' });
  return own.value.id;
}

describe('an own letter that replaces ours', () => {
  test('is found by our letter’s id, and a sent one counts as our letter', async () => {
    const id = await saveInstead('reminder', `## Text {#text}\n\n${sentence}`);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseLetter('reminder');
    const { letter, next } = popup.state();
    expect(letter).toMatchObject({ id, title: 'Ours now', replacesId: 'reminder' });
    // The unanswered own letter counts as the reminder, so the second reminder is proposed.
    expect(next).toMatchObject({ do: 'write', letterId: 'second-reminder' });
  });

  test('counts as the proposed letter if it is chosen', async () => {
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

  test('passes its ticked requests on to letters with the same requests', async () => {
    const requests = '### Ask {#assess}\nPlease assess.\n\n### Plan {#plan}\nPlease plan.';
    await saveInstead('request', `## Requests {#requests}\n\n${requests}`, ['plan']);
    const popup = await openPopupOn('2026-11-23');
    await popup.chooseLetter('reminder');
    expect(popup.state().choices.requests['reminder']).toEqual(['plan']);
  });
});

test('support lines are shown for both letters around an inspection, and for own letters that replace them', async () => {
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

describe('To, copies and wording, shown before the letter is inserted', () => {
  test('name the address of the employer and of each ticked copy, and who supplied the wording', async () => {
    const { repository } = await openPopupOn('2026-11-02');
    const copies = [
      { id: 'chair', name: 'Chair', email: 'chair@mill.example' },
      { id: 'clerk', name: 'Clerk', email: 'clerk@mill.example' },
      { id: 'union', name: 'Branch', email: 'branch@union.example' },
    ];
    const employer = await repository.addEmployer({
      organisation: 'Mill Trust',
      email: 'hr@mill.example',
      copies,
    });
    const employerId = employer.ok ? employer.value.id : '';
    await repository.addSigner({ fullName: 'Sam Carter', employerId });
    await repository.addRecord('letter', {
      title: 'Ours now',
      markdown: wording('## Text {#text}\n\nPlease.'),
      replaces: 'request',
      supplier: 'Example branch',
    });
    await repository.saveChoices({ copies: { [employerId]: ['chair', 'clerk'] } });
    const popup = await openPopupOn('2026-11-23');
    const { describeAddressees } = await import('../../../lib/writing/recipients');
    expect(describeAddressees(popup.state())).toBe(
      'To: hr@mill.example · Cc: chair@mill.example, clerk@mill.example · Wording: Example branch',
    );
    await popup.chooseLetter('reminder');
    await popup.choose({ address: false });
    expect(describeAddressees(popup.state())).toBe('Cc: chair@mill.example, clerk@mill.example');
  });
});
