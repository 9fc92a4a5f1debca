import { describe, expect, test } from 'vitest';
import { checkName, checkWords } from '../../../components/ui/Field';

const capitals = (typed: string) =>
  `The letter will have “${typed}” in capitals, as you typed it. Change it here if it should not`;
const small = (typed: string) =>
  `The letter will have “${typed}” in small letters, as you typed it. Change it here if it should not`;

describe('capitals and small letters are said beside the field', () => {
  test.each([
    ['PATEL', capitals('PATEL')],
    ['Mrs PATEL', capitals('PATEL')],
    ['PRIYA PATEL', capitals('PRIYA')],
    ['O’BRIEN', capitals('O’BRIEN')],
    ["O'BRIEN", capitals("O'BRIEN")],
    ['MCDONALD', capitals('MCDONALD')],
    ['Patel-STONE', capitals('STONE')],
    ['PÉREZ', capitals('PÉREZ')],
    ['hale', small('hale')],
    ['mr hale', small('hale')],
    ['Tom hale', small('hale')],
    ['van der berg', small('berg')],
    ['hale ', small('hale')],
    ['chair@school.example', 'Type a name or a role here, not an email address'],
    ['van der Berg', undefined],
    ['MacDonald', undefined],
    ['d’Arcy', undefined],
    ['Patel NPQH', undefined],
    ['Patel OBE', undefined],
    ['J K', undefined],
    ['Sam (they/them)', undefined],
    ['李明', undefined],
    ['', undefined],
  ])('of a person: %j', (typed, sentence) => {
    expect(checkName(typed)).toBe(sentence);
  });

  test.each([
    ['MILL LANE PRIMARY SCHOOL', capitals('MILL LANE PRIMARY SCHOOL')],
    ['ST JOHN’S R.C. SCHOOL', capitals('ST JOHN’S R.C. SCHOOL')],
    ['CHAIR OF GOVERNORS', capitals('CHAIR OF GOVERNORS')],
    ['mill lane primary school', small('mill lane primary school')],
    ['chair of governors', small('chair of governors')],
    ['LEAP Academy Trust', undefined],
    ['CEO', undefined],
    ['SENCO', undefined],
    ['Mill Lane Primary School', undefined],
    ['Clerk to the governors', undefined],
    ['', undefined],
  ])('of a role, school or employer: %j', (typed, sentence) => {
    expect(checkWords(typed)).toBe(sentence);
  });
});
