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
    [{ title: 'Prof', lastName: 'Stone' }, 'Dear Professor Stone', 'Yours sincerely'],
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

  const sincerely: [Partial<typeof nobody>, string][] = [
    [{ title: 'Dame', firstName: 'Ann', lastName: 'Stone' }, 'Dear Dame Ann'],
    [{ title: 'sir', firstName: 'Tom William', lastName: 'Hale' }, 'Dear Sir Tom'],
    [{ title: 'Sir', lastName: 'Tom Hale' }, 'Dear Sir Tom'],
    [{ title: 'Sir Tom', lastName: 'Hale' }, 'Dear Sir Tom'],
    [{ firstName: 'Sir Tom', lastName: 'Hale' }, 'Dear Sir Tom'],
    [{ lastName: 'Sir Tom Hale' }, 'Dear Sir Tom'],
    [{ firstName: 'Sir', lastName: 'Tom Hale' }, 'Dear Sir Tom'],
    [{ title: 'Professor Dame', firstName: 'Ann', lastName: 'Stone' }, 'Dear Dame Ann'],
    [{ title: 'Sir', lastName: 'Hale' }, 'Dear Sir [their first name]'],
    [{ title: 'Sir', firstName: 'T.', lastName: 'Hale' }, 'Dear Sir [their first name]'],
    [{ title: 'Sir', firstName: 'Tom', lastName: 'Hale KC' }, 'Dear Sir Tom'],
    [{ title: 'Sister', firstName: 'Bernadette' }, 'Dear Sister Bernadette'],
    [{ title: 'Sister', lastName: 'Bernadette' }, 'Dear Sister Bernadette'],
    [{ lastName: 'Sister Bernadette' }, 'Dear Sister Bernadette'],
    [{ title: 'Sister', firstName: 'Anne', lastName: 'Stone' }, 'Dear Sister Anne'],
    [{ title: 'Sister' }, 'Dear Sister'],
    [{ title: 'Brother', firstName: 'Mark' }, 'Dear Brother Mark'],
    [{ title: 'Archdeacon', firstName: 'Ann', lastName: 'Stone' }, 'Dear Archdeacon Stone'],
    [{ title: 'Archdeacon' }, 'Dear Archdeacon'],
    [{ title: 'Bishop', role: 'Bishop of Northmere' }, 'Dear Bishop'],
    [{ title: 'Bishop', firstName: 'Ann' }, 'Dear Bishop Ann'],
    [{ title: 'Rt Revd Bishop', lastName: 'Stone' }, 'Dear Bishop Stone'],
    [{ title: 'Fr', lastName: 'Stone' }, 'Dear Father Stone'],
    [{ title: 'Fr.', firstName: 'Michael' }, 'Dear Father Michael'],
    [{ title: 'Rabbi', lastName: 'Stone' }, 'Dear Rabbi Stone'],
    [{ title: 'Imam', firstName: 'Yusuf' }, 'Dear Imam Yusuf'],
    [{ title: 'The Revd Canon Dr', firstName: 'Ann', lastName: 'Stone' }, 'Dear Canon Stone'],
    [{ title: 'Revd Canon', lastName: 'Stone' }, 'Dear Canon Stone'],
    [{ title: 'Councillor', lastName: 'Stone' }, 'Dear Councillor Stone'],
    [{ title: 'Cllr Mrs', lastName: 'Stone' }, 'Dear Councillor Mrs Stone'],
    [{ title: 'Cllr' }, 'Dear Councillor'],
    [{ title: 'Professor' }, 'Dear Professor'],
    [{ title: 'Doctor', lastName: 'Stone' }, 'Dear Dr Stone'],
    [{ title: 'Baroness', firstName: 'Ann', lastName: 'Stone' }, 'Dear Baroness Stone'],
    [{ title: 'Lady', lastName: 'Stone' }, 'Dear Lady Stone'],
    [{ title: 'Lord', lastName: 'Hale of Northmere' }, 'Dear Lord Hale'],
    [{ title: 'Rt Hon Lord', lastName: 'Hale' }, 'Dear Lord Hale'],
    [{ title: 'The Right Honourable', firstName: 'Ann', lastName: 'Stone' }, 'Dear Ann Stone'],
    [{ title: 'Rt. Hon.', firstName: 'Ann', lastName: 'Stone MP' }, 'Dear Ann Stone'],
    [{ title: 'Right Honourable', lastName: 'Stone' }, 'Dear [their title] Stone'],
    [{ title: 'The Rt Revd', firstName: 'Ann', lastName: 'Stone' }, 'Dear Ann Stone'],
    [{ title: 'The Very Reverend', firstName: 'Ann', lastName: 'Stone' }, 'Dear Ann Stone'],
    [{ title: 'The Very Revd Dr', firstName: 'Ann', lastName: 'Stone' }, 'Dear Dr Stone'],
    [{ title: 'The Venerable', firstName: 'Ann', lastName: 'Stone' }, 'Dear Ann Stone'],
    [{ firstName: 'The Very Reverend Ann', lastName: 'Stone' }, 'Dear Ann Stone'],
    [{ title: 'The Hon', firstName: 'Ann', lastName: 'Stone' }, 'Dear Ann Stone'],
    [{ title: 'His Honour Judge', lastName: 'Stone' }, 'Dear Judge Stone'],
    [{ firstName: 'Dr', lastName: 'Stone' }, 'Dear Dr Stone'],
    [{ firstName: 'Mrs Priya', lastName: 'Patel' }, 'Dear Mrs Patel'],
    [{ firstName: 'Priya', lastName: 'Mrs Patel' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs', lastName: 'Mrs Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Priya Patel' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs Priya Patel' }, 'Dear Mrs Patel'],
    [{ firstName: 'Mrs Patel' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs Patel', role: 'Chair of Governors' }, 'Dear Mrs Patel'],
    [{ lastName: 'The Revd Ann Stone' }, 'Dear Reverend Stone'],
    [{ title: 'Mr', lastName: 'Bishop' }, 'Dear Mr Bishop'],
    [{ title: 'Mrs', firstName: 'Ann', lastName: 'Lord' }, 'Dear Mrs Lord'],
    [{ firstName: 'Dean', lastName: 'Hale' }, 'Dear Dean Hale'],
    [{ title: 'Mr', firstName: 'Dean', lastName: 'Hale' }, 'Dear Mr Hale'],
    [{ title: 'Dean', firstName: 'Ann', lastName: 'Stone' }, 'Dear Dean Stone'],
    [{ title: 'Mr', lastName: 'de la Mare' }, 'Dear Mr de la Mare'],
    [{ lastName: 'Dr Tom van der Berg' }, 'Dear Dr van der Berg'],
    [{ lastName: 'Dr van der Berg' }, 'Dear Dr van der Berg'],
    [{ title: 'Ms', firstName: 'Ann', lastName: 'Stone-Hale' }, 'Dear Ms Stone-Hale'],
    [{ title: 'Ms', lastName: 'Bonham Stone' }, 'Dear Ms Bonham Stone'],
    [{ title: 'Mr', lastName: 'Hale OBE' }, 'Dear Mr Hale'],
    [{ title: 'Dr', lastName: 'Stone, O.B.E., PhD' }, 'Dear Dr Stone'],
    [{ title: 'Mrs', lastName: 'Ma' }, 'Dear Mrs Ma'],
    [{ title: 'Mr and Mrs', lastName: 'Hale' }, 'Dear Mr and Mrs Hale'],
    [{ title: 'Alderman', lastName: 'Hale' }, 'Dear Alderman Hale'],
    // Initials, wherever they are typed.
    [{ title: 'Mr', firstName: 'J. K.', lastName: 'Hale' }, 'Dear Mr Hale'],
    [{ lastName: 'Mr J. K. Hale' }, 'Dear Mr Hale'],
    [{ lastName: 'Dr J.K. Hale' }, 'Dear Dr Hale'],
    [{ title: 'Mrs', lastName: 'P Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'J. K. Hale' }, 'Dear J. K. Hale'],
    [{ title: 'Mr', lastName: 'O Neill' }, 'Dear Mr O Neill'],
    [{ title: 'Sir', lastName: 'J. Hale' }, 'Dear Sir [their first name]'],
    // Where nothing tells the first from the last names, the whole name is right.
    [{ lastName: 'Ms Ann Bonham Stone' }, 'Dear Ms Ann Bonham Stone'],
    [{ title: 'Ms Ann Bonham Stone' }, 'Dear Ms Ann Bonham Stone'],
    [{ title: 'Ms', firstName: 'Ann', lastName: 'Bonham Stone' }, 'Dear Ms Bonham Stone'],
    [{ lastName: 'Dame Ann Bonham Stone' }, 'Dear Dame Ann'],
    [{ lastName: 'Mrs Mac Donald' }, 'Dear Mrs Mac Donald'],
    // What is written before and after a name on paper.
    [{ title: 'Dear Mrs', lastName: 'Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'FAO Mrs Patel' }, 'Dear Mrs Patel'],
    [{ firstName: 'Ann', lastName: 'Dear' }, 'Dear Ann Dear'],
    [{ lastName: 'Patel, Mrs' }, 'Dear Mrs Patel'],
    [{ lastName: 'Patel, Priya' }, 'Dear Priya Patel'],
    [{ lastName: 'Mrs Patel (HR)' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel, HR Director' }, 'Dear Mrs Patel'],
    [{ role: 'Chair of Governors, Mrs Patel' }, 'Dear Mrs Patel'],
    [{ title: 'Mr', lastName: 'Hale Jnr' }, 'Dear Mr Hale'],
    [{ title: 'Rev’d', lastName: 'Stone' }, 'Dear Reverend Stone'],
    [{ title: 'Major General', lastName: 'Hale' }, 'Dear General Hale'],
    [{ title: 'Lt Col', lastName: 'Hale' }, 'Dear Colonel Hale'],
    [{ title: 'Wing Commander', lastName: 'Hale' }, 'Dear Wing Commander Hale'],
    [{ lastName: 'Lord Hale of Northmere' }, 'Dear Lord Hale'],
    [{ lastName: 'Bishop Ann of Northmere' }, 'Dear Bishop Ann'],
    [{ title: 'Sister', firstName: 'Mary Bernadette' }, 'Dear Sister Mary Bernadette'],
    [{ title: 'Prof Dame', firstName: 'Ann', lastName: 'Stone' }, 'Dear Dame Ann'],
    [{ title: 'The Rev. Prebendary', firstName: 'Ann', lastName: 'Stone' }, 'Dear Prebendary Stone'],
    [{ lastName: 'Rabbi Dr Stone' }, 'Dear Rabbi Stone'],
    [{ title: 'Prof the Baroness', lastName: 'Stone' }, 'Dear Baroness Stone'],
    [{ title: 'Ms', firstName: 'Ann', lastName: 'O’Neill-Smith' }, 'Dear Ms O’Neill-Smith'],
    [{ title: 'Mr', firstName: 'Abdul-Rahman', lastName: 'al-Karim' }, 'Dear Mr al-Karim'],
    // Hyphens between ranks, and what stands in brackets.
    [{ title: 'Lt-Col', lastName: 'Hale' }, 'Dear Colonel Hale'],
    [{ title: 'Lieutenant-Colonel', lastName: 'Hale' }, 'Dear Colonel Hale'],
    [{ title: 'Lt Col (Ret’d)', firstName: 'Tom', lastName: 'Hale' }, 'Dear Colonel Hale'],
    [{ title: 'Col', lastName: 'Hale (Retd)' }, 'Dear Colonel Hale'],
    [{ title: 'Mr', lastName: 'Hale (he/him)' }, 'Dear Mr Hale'],
    [{ firstName: 'Sam (they/them)', lastName: 'Quill' }, 'Dear Sam Quill'],
    [{ title: 'Sir', firstName: '(Tom) Thomas', lastName: 'Hale' }, 'Dear Sir Thomas'],
    [{ title: 'Mr', lastName: 'Hale BA (Hons)' }, 'Dear Mr Hale'],
    [{ title: 'Mrs', lastName: 'Patel MA(Ed)' }, 'Dear Mrs Patel'],
    [{ title: 'Mr', lastName: 'Hale BSc(Hons), PGCE, NPQH' }, 'Dear Mr Hale'],
    [{ title: 'Ms / Mrs', lastName: 'Patel' }, 'Dear Ms / Mrs Patel'],
    // A role after a dash, in the title, or after “c/o”.
    [{ lastName: 'Mrs Patel - Chair of Governors' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel – CEO (maternity cover)' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs', lastName: 'Patel—Chair' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel Chair of Governors' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs', firstName: 'Priya', lastName: 'Patel, Chair of Governors' }, 'Dear Mrs Patel'],
    [{ title: 'CEO', firstName: 'Tom', lastName: 'Hale' }, 'Dear Tom Hale'],
    [{ lastName: 'c/o Mrs Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel c/o the Clerk' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs', lastName: 'Patel, c/o the school office' }, 'Dear Mrs Patel'],
  ];
  test.each(sincerely)('%o becomes “%s”, “Yours sincerely”', (contact, salutation) => {
    expect(salutationAndClose(contact)).toEqual([salutation, 'Yours sincerely']);
  });

  test.each<[Partial<typeof nobody>, string]>([
    // Capitals and small letters are never changed.
    [{ lastName: 'Mrs PATEL' }, 'Dear Mrs PATEL'],
    [{ lastName: 'MRS PATEL' }, 'Dear Mrs PATEL'],
    [{ lastName: 'mr hale' }, 'Dear Mr hale'],
    [{ title: 'mrs', firstName: 'priya', lastName: 'patel' }, 'Dear Mrs patel'],
    [{ lastName: 'Mr O’BRIEN' }, 'Dear Mr O’BRIEN'],
    [{ title: 'Ms', lastName: 'MCDONALD' }, 'Dear Ms MCDONALD'],
    [{ title: 'Mr', firstName: 'Tom', lastName: 'van der berg' }, 'Dear Mr van der berg'],
    [{ title: 'MR', lastName: 'VAN DER BERG' }, 'Dear Mr VAN DER BERG'],
    [{ lastName: 'THE REVD CANON TOM HALE' }, 'Dear Canon HALE'],
    [{ lastName: 'PATEL' }, 'Dear [their title] PATEL'],
    [{ lastName: 'van der berg' }, 'Dear [their title] van der berg'],
    // Two ranks that are one.
    [{ lastName: 'Sgt Maj Hale' }, 'Dear Sergeant Major Hale'],
    [{ title: 'Sgt. Maj.', lastName: 'Hale' }, 'Dear Sergeant Major Hale'],
    // Two people.
    [{ lastName: 'Mr and Mrs Patel' }, 'Dear Mr and Mrs Patel'],
    [{ lastName: 'Mr/Mrs Patel' }, 'Dear Mr/Mrs Patel'],
    [{ lastName: 'Dr & Mrs Hale' }, 'Dear Dr & Mrs Hale'],
    [{ lastName: 'Helen Price / Tom Hale' }, 'Dear Helen Price and Tom Hale'],
    [{ firstName: 'Helen', lastName: 'Price/Tom Hale' }, 'Dear Helen Price and Tom Hale'],
    [{ lastName: 'Helen Price & Tom Hale' }, 'Dear Helen Price and Tom Hale'],
    [{ firstName: 'Helen & Tom', lastName: 'Price' }, 'Dear Helen and Tom Price'],
    [{ lastName: 'Mrs Price, Mr Hale' }, 'Dear Mrs Price and Mr Hale'],
    [{ lastName: 'Mrs Price / Mr Hale', role: 'Co-heads' }, 'Dear Mrs Price and Mr Hale'],
    [{ lastName: 'Mrs Price, Mr Hale, Ms Stone' }, 'Dear Mrs Price, Mr Hale and Ms Stone'],
    [{ lastName: 'Helen Price, Tom Hale' }, 'Dear [their title] Helen Price, Tom Hale'],
    [{ lastName: 'Patel/Hale' }, 'Dear [their title] Patel/Hale'],
    // A job title after the name.
    [{ lastName: 'Mrs Patel Headteacher' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel Executive Headteacher' }, 'Dear Mrs Patel'],
    [{ lastName: 'Ms Patel DIRECTOR' }, 'Dear Ms Patel'],
    [{ lastName: 'Mrs Patel Deputy CEO' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel School Business Manager' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mr Tom Hale Finance Director' }, 'Dear Mr Hale'],
    // What no name has.
    [{ lastName: 'Mrs Patel 😊' }, 'Dear Mrs Patel'],
    [{ lastName: '😊 Mrs Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'Ms Patel 🎓 PhD' }, 'Dear Ms Patel'],
    [{ lastName: 'Mrs Patel x1234' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel 0118 496 0000' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs Patel patel@trust.example' }, 'Dear Mrs Patel'],
    [{ lastName: '\u00a0Mrs\u00a0\u00a0Patel ' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs', firstName: 'Priya  Ann', lastName: '  Patel' }, 'Dear Mrs Patel'],
    [{ lastName: '\u200fMrs\u200f Patel\u200e' }, 'Dear Mrs Patel'],
    [{ lastName: '“Mrs Patel”' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs,', lastName: 'Patel.' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs.Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs P.Patel' }, 'Dear Mrs Patel'],
    [{ lastName: 'Patel (Mrs)' }, 'Dear Mrs Patel'],
    [{ lastName: 'Patel Mrs' }, 'Dear Mrs Patel'],
    [{ lastName: 'Mrs patel obe' }, 'Dear Mrs patel'],
    // A name typed twice.
    [{ title: 'Mrs Patel', lastName: 'Patel' }, 'Dear Mrs Patel'],
    [{ title: 'Mrs', firstName: 'Priya Patel', lastName: 'Patel' }, 'Dear Mrs Patel'],
    [{ firstName: 'Ali', lastName: 'Ali' }, 'Dear Ali Ali'],
    [{ title: 'n/a', firstName: 'n/a', lastName: 'Patel' }, 'Dear [their title] Patel'],
  ])('%o as people type it becomes “%s”', (contact, salutation) => {
    expect(salutationAndClose(contact)).toEqual([salutation, 'Yours sincerely']);
  });

  test.each([
    'c/o the Clerk',
    'Sir/Madam',
    'Dear Sir or Madam',
    'To whom it may concern',
    'n/a',
    'TBC',
    '-',
    'Mrs ?',
    'Mrs _____',
    'patel@trust.example',
  ])('“%s” in place of a name is nobody’s name', (lastName) => {
    expect(salutationAndClose({ lastName })).toEqual([
      'Dear [name of the person you write to]',
      'Yours faithfully',
    ]);
  });

  test.each([
    [{ lastName: 'Patel', firstName: 'Priya', title: 'Mrs 😊' }, 'Mrs Priya Patel'],
    [{ title: 'Mrs', firstName: 'Priya Patel', lastName: 'Patel' }, 'Mrs Priya Patel'],
    [{ lastName: 'Helen Price / Tom Hale' }, 'Helen Price and Tom Hale'],
    [{ lastName: 'Mrs PATEL OBE' }, 'Mrs PATEL OBE'],
    [{ lastName: 'mrs patel' }, 'mrs patel'],
    [{ lastName: 'c/o the Clerk' }, 'c/o the Clerk'],
  ])('%o is written above the address as “%s”', (contact, written) => {
    const { recipient } = compose('Text.', { employer: { ...nobody, ...contact } });
    expect(inlineText(recipient[0] ?? [])).toBe(written);
  });

  test.each([
    [{ title: 'Sir', lastName: 'Hale', role: 'Chair of Trustees' }, 'Dear Chair of Trustees'],
    [{ title: 'Sir', role: 'Chair of Trustees' }, 'Dear Chair of Trustees'],
    [{ title: 'Sir' }, 'Dear [name of the person you write to]'],
    [{ role: 'The Rt Revd the Bishop of Northmere' }, 'Dear Bishop of Northmere'],
    [{ lastName: 'Chair of Governors' }, 'Dear Chair of Governors'],
    [{ title: 'The Venerable' }, 'Dear [name of the person you write to]'],
    [{ firstName: 'Chair of Governors' }, 'Dear Chair of Governors'],
    [{ firstName: 'Chair', lastName: 'of Governors' }, 'Dear Chair of Governors'],
    [{ title: 'Chair of Governors' }, 'Dear Chair of Governors'],
    [{ title: 'CEO' }, 'Dear CEO'],
    [{ lastName: 'The Chair' }, 'Dear Chair'],
    [{ firstName: 'Chief', lastName: 'Executive' }, 'Dear Chief Executive'],
    [{ role: 'Chair of Governors, c/o Mill Lane School' }, 'Dear Chair of Governors'],
    [{ lastName: 'CHAIR OF GOVERNORS' }, 'Dear CHAIR OF GOVERNORS'],
    [{ lastName: 'HR' }, 'Dear HR'],
    [{ lastName: 'Finance Director' }, 'Dear Finance Director'],
    [{ title: 'Sir/Madam', role: 'Clerk' }, 'Dear Clerk'],
  ])('%o is addressed by the role, never “Dear Sir” and never the last name alone', (contact, salutation) => {
    expect(salutationAndClose(contact)).toEqual([salutation, 'Yours faithfully']);
  });

  test.each([
    [{ lastName: 'Sir Tom Hale OBE' }, 'Sir Tom Hale OBE'],
    [{ title: 'The Rt. Revd.', firstName: 'Ann', lastName: 'Stone' }, 'The Rt Revd Ann Stone'],
    [{ title: 'Rt Hon', lastName: 'Lord Hale of Northmere' }, 'Rt Hon Lord Hale of Northmere'],
    [{ title: 'Mrs', lastName: 'Mrs Patel' }, 'Mrs Patel'],
    [{ title: 'Mr', lastName: 'Hale BA (Hons)' }, 'Mr Hale BA (Hons)'],
    [{ title: 'Col', lastName: 'Hale (Retd)' }, 'Col Hale (Retd)'],
  ])('the address of %o has the styles and letters that are not spoken', (contact, written) => {
    const { recipient } = compose('Text.', { employer: { ...nobody, ...contact } });
    expect(inlineText(recipient[0] ?? [])).toBe(written);
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
    ['Sir Tom Hale, Chair of Trustees', 'Dear Sir Tom', 'Yours sincerely'],
    ['Chair of Trustees: Dame Ann Stone DBE', 'Dear Dame Ann', 'Yours sincerely'],
    ['Sir Tom Hale (Chair of Trustees)', 'Dear Sir Tom', 'Yours sincerely'],
    ['Mrs Ann Bell – Chair of Trustees', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Dr Ann Stone, OBE, Chair of Trustees', 'Dear Dr Stone', 'Yours sincerely'],
    ['The Very Revd Ann Stone, Dean of Northmere', 'Dear Ann Stone', 'Yours sincerely'],
    ['Sir Tom', 'Dear Sir Tom', 'Yours sincerely'],
    ['Cllr Stone', 'Dear Councillor Stone', 'Yours sincerely'],
    ['Tom Hale', 'Dear Tom Hale', 'Yours sincerely'],
    ['Tom Hale, Chair of Trustees', 'Dear Tom Hale', 'Yours sincerely'],
    ['Tom van der Berg, CEO', 'Dear Tom van der Berg', 'Yours sincerely'],
    ['Bishop of Northmere', 'Dear Bishop of Northmere', 'Yours faithfully'],
    ['Archdeacon', 'Dear Archdeacon', 'Yours faithfully'],
    ['Clerk', 'Dear Clerk', 'Yours faithfully'],
    ['the CEO', 'Dear CEO', 'Yours faithfully'],
    ['Mrs Bell <bell@trust.example>', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Chair of Trustees, chair@trust.example', 'Dear Chair of Trustees', 'Yours faithfully'],
    ['chair@trust.example', 'Dear [next person up]', 'Yours faithfully'],
    ['Hale', 'Dear [full name of the next person up]', 'Yours sincerely'],
    ['Hale, Chair of Trustees', 'Dear Chair of Trustees', 'Yours faithfully'],
    ['Mrs Bell Chair of Trustees', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Chair of Trustees Mrs Bell', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Mrs Bell/Chair of Trustees', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Tom Hale | CEO', 'Dear Tom Hale', 'Yours sincerely'],
    ['CEO\nTom Hale', 'Dear Tom Hale', 'Yours sincerely'],
    ['Tom Hale CEO', 'Dear Tom Hale', 'Yours sincerely'],
    ['Dr J.K. Hale - CEO', 'Dear Dr Hale', 'Yours sincerely'],
    ['Bell, Ann', 'Dear Ann Bell', 'Yours sincerely'],
    ['Lord Hale of Northmere', 'Dear Lord Hale', 'Yours sincerely'],
    ['Interim CEO', 'Dear Interim CEO', 'Yours faithfully'],
    ['Portfolio Holder', 'Dear Portfolio Holder', 'Yours faithfully'],
    ['Mrs Ann Dean', 'Dear Mrs Dean', 'Yours sincerely'],
    ['Lt Col (Ret’d) Tom Hale, Chair of Trustees', 'Dear Colonel Hale', 'Yours sincerely'],
    ['Ann Stone (she/her), CEO', 'Dear Ann Stone', 'Yours sincerely'],
    ['Tom Hale MA(Ed), Chief Executive', 'Dear Tom Hale', 'Yours sincerely'],
    ['Mrs Bell c/o the Clerk to the Governors', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Chair of Governors c/o Mill Lane School', 'Dear Chair of Governors', 'Yours faithfully'],
    ['Head of HR - Ms O’Neill-Smith', 'Dear Ms O’Neill-Smith', 'Yours sincerely'],
    ['Cllr Ann Stone (Lead Member for Children)', 'Dear Councillor Stone', 'Yours sincerely'],
    ['Fr Kevin Dunmoor / Foundation Governor', 'Dear Father Dunmoor', 'Yours sincerely'],
    ['Helen Price / Tom Hale', 'Dear Helen Price and Tom Hale', 'Yours sincerely'],
    ['Mr and Mrs Bell', 'Dear Mr and Mrs Bell', 'Yours sincerely'],
    ['Mrs Bell 😊, Chair', 'Dear Mrs Bell', 'Yours sincerely'],
    ['Mrs\u00a0BELL – Chair', 'Dear Mrs BELL', 'Yours sincerely'],
    ['c/o the Clerk', 'Dear [next person up]', 'Yours faithfully'],
    ['tbc', 'Dear [next person up]', 'Yours faithfully'],
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
