import { describe, expect, test } from 'vitest';
import { listRequests } from '../../../lib/letter/model';
import { listMenuItems } from '../../../lib/background/menu/items';
import { firstChoices } from '../../../lib/storage/choices';
import { emptyFields } from '../../../lib/storage/schema';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { blockTexts } from '../../../lib/letter/render/text';
import type { LetterIngredients } from '../../../lib/writing/inputs';
import { composePart } from '../../../lib/background/menu/click';

const letter = builtInLetters[0]!;
const ingredients: LetterIngredients = {
  letter,
  signer: { ...emptyFields.signer, v: 1, id: 's', fullName: 'Sam <b>Carter</b>', jobTitle: 'Headteacher' },
  employer: {
    ...emptyFields.employer,
    v: 1,
    id: 'e',
    organisation: 'Northshire County Council',
    role: 'Director of Children’s Services',
    address: 'County Hall\nNewtown',
    postcode: 'AB1 1AA',
  },
  choices: firstChoices,
  words: { ownParagraph: '', replyBy: '2026-12-07', answers: {} },
  today: '2026-11-23',
};
const items = listMenuItems(letter);
const compose = (id: string) => {
  const item = items.find((candidate) => candidate.id === id);
  return item?.part ? composePart(item.part, item.title, ingredients) : null;
};

describe('the right-click menu', () => {
  const titlesUnder = (heading?: string) =>
    items.filter(({ under }) => under === heading).map(({ title }) => title);

  test('names the letter, and keeps requests, parts and details in submenus', () => {
    expect(titlesUnder()).toEqual([
      'Whole letter: Ask for a risk assessment',
      'All requests',
      'A request',
      'A part of the letter',
      'My details',
      'Signature',
      'Subject',
    ]);
    expect(titlesUnder('a-request')).toEqual(listRequests(letter).map(({ title }) => title));
    expect(titlesUnder('a-part')).toEqual(letter.sections.map(({ title }) => title));
  });

  test.each(builtInLetters)('has at most ten rows and no empty submenu for the letter $id', (each) => {
    const all = listMenuItems(each);
    expect(all.filter(({ under }) => !under).length).toBeLessThanOrEqual(10);
    const headings = all.filter(({ part }) => part === null);
    expect(headings.every(({ id }) => all.some(({ under }) => under === id))).toBe(true);
  });

  test('has unique item ids for every letter', () => {
    for (const each of builtInLetters) {
      const ids = listMenuItems(each).map(({ id }) => id);
      expect(new Set(ids).size, each.id).toBe(ids.length);
    }
  });

  test('composes every part, except the two that are empty until the user writes or ticks something', () => {
    const empty = items.filter(({ id, part }) => part && !compose(id)).map(({ id }) => id);
    expect(empty).toEqual(['section:further-requests', 'section:our-school']);
  });

  test('inserts an address with its line breaks', () => {
    expect(compose('detail:address')?.body).toEqual({
      html: 'County Hall<br>Newtown<br>AB1 1AA',
      text: 'County Hall\nNewtown\nAB1 1AA',
    });
  });

  test('inserts the role as the contact if the employer has no contact name', () => {
    expect(compose('detail:contact')?.body.text).toBe('Director of Children’s Services');
  });

  test('inserts a single request that is not ticked', () => {
    expect(compose('request:review-date')?.body.text).toMatch(/date/);
  });

  test('inserts a request alone as a sentence, and all requests with the words that they go on from', () => {
    expect(compose('request:dialogue')?.body.text).toBe(
      'Please maintain open dialogue with staff about how you will protect their welfare during inspections.',
    );
    expect(compose('request:named-officer')?.body.text).toMatch(/^Please name the person .* needed\b.*\.$/s);
    expect(compose('requests')?.body.text).toMatch(
      /^I am asking you to:\n\n1\. undertake a full risk assessment/,
    );
  });

  test('inserts the letter in the voice that was chosen in the popup', () => {
    const part = items.find(({ id }) => id === 'letter')?.part;
    const quiet = { ...ingredients, choices: { ...firstChoices, voice: 'without NAHT' as const } };
    expect(part && composePart(part, 'Whole letter', quiet)?.body.text).not.toMatch(/NAHT|Schools Week/);
    expect(compose('letter')?.body.text).toMatch(/NAHT/);
  });

  test('inserts a detail inline, with HTML in it escaped', () => {
    expect(compose('detail:name')?.body).toEqual({
      html: 'Sam &lt;b&gt;Carter&lt;/b&gt;',
      text: 'Sam <b>Carter</b>',
    });
  });

  test('inserts a detail that is not saved in brackets, and counts it as missing', () => {
    const part = compose('detail:school');
    expect(part?.body.text).toBe('[school’s name]');
    expect(part?.facts.missingCount).toBe(1);
  });

  test('fills in no addresses for a part', () => {
    expect(compose('section:opening')?.facts).toMatchObject({ to: [], cc: [] });
  });

  test('inserts every paragraph of the whole letter', () => {
    const whole = compose('letter');
    const paragraphs = whole ? blockTexts(whole.letter) : [];
    for (const paragraph of paragraphs) expect(whole?.body.text).toContain(paragraph);
  });
});
