import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PasteReply, ReplyAnswer } from '../../components/answers/ReplyAnswer';
import type { ReplyDecision } from '../../lib/answers/answer';

afterEach(cleanup);

const HOLDING =
  'Thank you for your letter about the risk assessment of Ofsted inspections. We are taking advice before we respond and will write to you by 15 January 2027.';
const ATTACHED =
  'Please find attached the risk assessment for your school and our action plan, with an owner and a date for each action.';
const SOLICITOR = 'Your letter has been passed to our solicitors. You should address any reply to them.';

function answer(text: string, cannotNote: string | null = null) {
  const onDone = vi.fn<(decision: ReplyDecision) => void>();
  render(
    <ReplyAnswer
      text={text}
      date="2026-11-16"
      today="2026-11-27"
      titleOf={(letterId) => `Letter ${letterId}`}
      afterwards="Then press Insert letter."
      cannotNote={cannotNote}
      onDone={onDone}
    />,
  );
  return onDone;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const tick = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));

describe('what a reply says', () => {
  test('choosing the letter decides nothing; its ticks and its button do', () => {
    const onDone = answer(HOLDING);
    press('Yes: ask for support meanwhile');
    expect(onDone).not.toHaveBeenCalled();
    screen.getByText('Letter reply-holding');
    screen.getByText('Then press Insert letter.');
    const note = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Note it: taking advice, 16 November 2026, answer promised by 15 January 2027',
    });
    const keep = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Keep this sentence for my next letter',
    });
    expect([note.checked, keep.checked]).toEqual([true, false]);
    press('Use this letter');
    expect(onDone).toHaveBeenCalledWith({
      letter: { letterId: 'reply-holding', answers: { 'their reply date': '2026-11-16' } },
      note: { kind: 'holding', date: '2026-11-16', promisedDate: '2027-01-15', note: '' },
    });
  });

  test('nothing is noted when the tick is taken away', () => {
    const onDone = answer(HOLDING);
    press('Nothing to send now');
    tick(/^Note it/);
    press('Done');
    expect(onDone).toHaveBeenCalledWith({ letter: null, note: null });
  });

  test('without a letter noted as sent, it says why nothing can be noted', () => {
    const onDone = answer(HOLDING, 'First add your own letter.');
    press(/^Yes/);
    screen.getByText('First add your own letter.');
    expect(screen.queryByRole('checkbox')).toBeNull();
    press('Use this letter');
    expect(onDone.mock.calls[0]?.[0].note).toBeNull();
  });

  test('an answer in the attachment: nine points, none ticked; what is missing is asked for', () => {
    const onDone = answer(ATTACHED);
    screen.getByText('Their answer is in the attachment.');
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual(Array.from({ length: 9 }, () => false));
    tick('A date for the review');
    press('Ask for what is missing (8)');
    press('Use this letter');
    const letter = onDone.mock.calls[0]?.[0].letter;
    expect(letter?.letterId).toBe('reply-inadequate');
    expect(letter?.requests).toHaveLength(8);
    expect(letter?.requests).not.toContain('review-date');
  });

  test('all nine points found: the letter of thanks', () => {
    const onDone = answer(ATTACHED);
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    press('Thank them and note what was agreed');
    press('Use this letter');
    expect(onDone.mock.calls[0]?.[0].letter?.letterId).toBe('thanks');
  });

  test('a solicitor is mentioned: no letter, but whom to speak to', () => {
    answer(SOLICITOR);
    screen.getByText('We have no letter for that. Speak to your union before you answer.');
    screen.getByText(/0300 30 30 333/);
    expect(screen.queryByRole('button', { name: /^Yes/ })).toBeNull();
  });

  test('“Something else” lists all answers in plain words', () => {
    const onDone = answer(HOLDING);
    press('Something else');
    press('They say no, or that it is Ofsted’s job');
    press('Use this letter');
    expect(onDone.mock.calls[0]?.[0].letter?.letterId).toBe('reply-refusal');
  });
});

test('a pasted reply is looked at only after “Look at it”; an empty one is asked for', () => {
  const common = { today: '2026-11-27', titleOf: (id: string) => id, afterwards: '', cannotNote: null };
  render(<PasteReply {...common} onDone={() => undefined} />);
  press('Look at it');
  screen.getByText(/Paste or type their reply first/);
  fireEvent.change(screen.getByLabelText('Their reply'), { target: { value: HOLDING } });
  expect(screen.queryByText('we are taking advice')).toBeNull();
  press('Look at it');
  expect(screen.getByText('we are taking advice').textContent).toBe('we are taking advice');
});
