import { describe, expect, test } from 'vitest';
import { inlineText } from '../../../lib/letter/render/text';
import { compose } from './fixtures';

const nobody = { title: '', firstName: '', lastName: '', role: '' };

function salutationAndClose(contact: Partial<typeof nobody>): string[] {
  const doc = compose('Dear {{addressee}}\n\n{{valediction}}', { employer: { ...nobody, ...contact } });
  return (doc.sections[0]?.blocks ?? []).map((block) =>
    block.type === 'paragraph' ? inlineText(block.content) : '',
  );
}

describe('salutation and close agree', () => {
  test.each([
    [{ title: 'Mrs', firstName: 'Priya', lastName: 'Patel' }, 'Dear Mrs Patel', 'Yours sincerely'],
    [{ title: 'Mr.', lastName: 'Grey' }, 'Dear Mr Grey', 'Yours sincerely'],
    [{ title: 'Mx', lastName: 'O’Neill' }, 'Dear Mx O’Neill', 'Yours sincerely'],
    [{ title: 'Dr', lastName: 'van der Berg' }, 'Dear Dr van der Berg', 'Yours sincerely'],
    [{ title: 'Prof', lastName: 'Stone' }, 'Dear Prof Stone', 'Yours sincerely'],
    [{ title: 'Rev', lastName: 'Stone' }, 'Dear Reverend Stone', 'Yours sincerely'],
    [{ title: 'The Revd', lastName: 'Stone' }, 'Dear Reverend Stone', 'Yours sincerely'],
    [{ title: 'Rev. Dr', lastName: 'Stone' }, 'Dear Reverend Dr Stone', 'Yours sincerely'],
    [{ title: 'Cllr', lastName: 'Stone' }, 'Dear Councillor Stone', 'Yours sincerely'],
    [{ title: 'Sir', firstName: 'John', lastName: 'Stone' }, 'Dear Sir John', 'Yours sincerely'],
    [{ title: 'Canon', lastName: 'Stone' }, 'Dear Canon Stone', 'Yours sincerely'],
    [{ firstName: 'Alex', lastName: 'Morgan' }, 'Dear Alex Morgan', 'Yours sincerely'],
    [{ firstName: 'Priya' }, 'Dear Priya', 'Yours sincerely'],
    [{ title: 'Mrs', firstName: 'Priya' }, 'Dear Priya', 'Yours sincerely'],
    [{ lastName: 'Mrs. Patel' }, 'Dear Mrs Patel', 'Yours sincerely'],
    [{ role: 'Director of Children’s Services' }, 'Dear Director of Children’s Services', 'Yours faithfully'],
    [{ lastName: 'Patel', role: 'Chair of Governors' }, 'Dear Chair of Governors', 'Yours faithfully'],
    [{ title: 'Mrs', role: 'Chair of Governors' }, 'Dear Chair of Governors', 'Yours faithfully'],
    [{ lastName: 'Patel' }, 'Dear [their title] Patel', 'Yours sincerely'],
    [{}, 'Dear [name of the person you write to]', 'Yours faithfully'],
    [
      { title: ' ', lastName: '\u200b', role: '\n' },
      'Dear [name of the person you write to]',
      'Yours faithfully',
    ],
  ])('%o', (contact, salutation, close) => {
    expect(salutationAndClose(contact)).toEqual([salutation, close]);
  });

  test.each(['Constructor', 'toString', '__proto__'])('a title “%s” is written as it is', (title) => {
    const contact = { ...nobody, title, firstName: 'Jo', lastName: 'Patel' };
    expect(salutationAndClose(contact)[0]).toBe(`Dear ${title} Patel`);
  });

  test('a missing name counts as one missing detail', () => {
    const doc = compose('Dear {{addressee}}\n\n{{contact}}', { employer: nobody });
    expect(doc.missing).toEqual([{ field: 'contact', label: 'name of the person you write to' }]);
  });

  const upwards =
    '---\nid: up\ntitle: Up\nwhen: Later.\nsubject: Up\ncheckedOn: 2026-11-23\nto: next person up\n---\n';

  test.each([
    ['Chief Executive', 'Dear Chief Executive', 'Yours faithfully'],
    ['Mrs Bell, Chair of Trustees', 'Dear Mrs Bell', 'Yours sincerely'],
    ['', 'Dear [next person up]', 'Yours faithfully'],
  ])(
    'a letter to the next person up (“%s”) addresses them, on paper too',
    (nextPersonUp, salutation, close) => {
      const doc = compose('Dear {{addressee}}\n\n{{valediction}}', { employer: { nextPersonUp } }, upwards);
      const texts = doc.sections[0]?.blocks.map((block) =>
        block.type === 'paragraph' ? inlineText(block.content) : '',
      );
      expect(texts).toEqual([salutation, close]);
      expect(doc.recipient.map(inlineText).join(' ')).not.toContain('Patel');
    },
  );
});
