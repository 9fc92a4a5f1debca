import { describe, expect, test } from 'vitest';
import { searchOf } from '../../../lib/register/schools';
import { forms, readSchoolsOfEngland, schoolNamed, trialOf } from '../../support/schoolForms';

/** Fictional schools, with the spellings that the register has. */
const names = [
  'Mill Lane CofE Primary School',
  'Overwell Church of England Primary School',
  'Netherby C.E. (Controlled) Primary School',
  'Thornwick CofE VA Junior and Infant School',
  'St Osyn’s Roman Catholic Primary School',
  'Saint Wilmot Catholic Academy',
  'St. Ebbin and St. Ardal Catholic Voluntary Aided Primary School',
  'Brackenmere J & I School',
  'Coldford JMI School',
  'Mount Harrow Infants’ School',
  'Farrowdale & Upwell Nursery School',
  'The Larkspur Pupil Referral Unit',
  'Wendlebury Road Community Primary School',
  'Middle Tarn High School',
  'Saltmarsh Girls’ School',
  'Kingsmere Academy',
  'W. G. Harrow School',
  'L.E.A.F. Academy',
  'Little Overmere Primary School',
  'St Peter-in-the-Reeds Primary School',
];
const schools = names.map((name, at) => schoolNamed(name, at));
const bigTown = Array.from({ length: 30 }, (_, at) =>
  schoolNamed('St Joses Catholic Primary School', 100 + at, {
    address: `${at} New Road\n${at === 17 ? 'Bishop’s Mere' : 'Sampleton'}`,
    postcode: `ZY${at} 4QQ`,
  }),
);
const search = searchOf([...schools, ...bigTown]);

describe('a school is found first by each usual way of writing its name', () => {
  test.each([
    ['Mill Lane Church of England Primary School', 'Mill Lane CofE Primary School'],
    ['Mill Lane C of E Primary', 'Mill Lane CofE Primary School'],
    ['mill lane c.e. primary', 'Mill Lane CofE Primary School'],
    ['Mill Lane CE', 'Mill Lane CofE Primary School'],
    ['mill lane church of eng', 'Mill Lane CofE Primary School'],
    ['Mill Lane CEVA Primary School', 'Mill Lane CofE Primary School'],
    ['Mill Lane', 'Mill Lane CofE Primary School'],
    ['Mill Lane Academy', 'Mill Lane CofE Primary School'],
    ['millane', 'Mill Lane CofE Primary School'],
    ['Milllane', 'Mill Lane CofE Primary School'],
    ['Overwell CofE Primary', 'Overwell Church of England Primary School'],
    ['Over well C. of E. Primary', 'Overwell Church of England Primary School'],
    ['Netherby Church of England Voluntary Controlled Primary', 'Netherby C.E. (Controlled) Primary School'],
    ['Netherby CofE (C) Primary', 'Netherby C.E. (Controlled) Primary School'],
    ['Netherby VC', 'Netherby C.E. (Controlled) Primary School'],
    ['Thornwick C of E (Voluntary Aided) J & I School', 'Thornwick CofE VA Junior and Infant School'],
    ['Thornwick CE JMI', 'Thornwick CofE VA Junior and Infant School'],
    ['Saint Osyns RC Primary', 'St Osyn’s Roman Catholic Primary School'],
    ['st. osyn’s catholic', 'St Osyn’s Roman Catholic Primary School'],
    ['St.Osyn', 'St Osyn’s Roman Catholic Primary School'],
    ['St Wilmot’s R.C. Acad', 'Saint Wilmot Catholic Academy'],
    ['Saints Ebbin & Ardal RCVA', 'St. Ebbin and St. Ardal Catholic Voluntary Aided Primary School'],
    ['SS Ebbin and Ardal', 'St. Ebbin and St. Ardal Catholic Voluntary Aided Primary School'],
    ['Brackenmere Junior and Infant School', 'Brackenmere J & I School'],
    ['Brackenmere J&I', 'Brackenmere J & I School'],
    ['Coldford Junior Mixed and Infant Sch', 'Coldford JMI School'],
    ['Mt Harrow Infant School', 'Mount Harrow Infants’ School'],
    ['mt. harrow', 'Mount Harrow Infants’ School'],
    ['Farrowdale and Upwell', 'Farrowdale & Upwell Nursery School'],
    ['Larkspur PRU', 'The Larkspur Pupil Referral Unit'],
    ['Wendlebury Rd CP School', 'Wendlebury Road Community Primary School'],
    ['Middle Tarn', 'Middle Tarn High School'],
    ['Saltmarsh School for Girls', 'Saltmarsh Girls’ School'],
    ['King’s Mere Academy', 'Kingsmere Academy'],
    ['Mill Lane Anglican Primary', 'Mill Lane CofE Primary School'],
    ['Mill Lane C/E Primary', 'Mill Lane CofE Primary School'],
    ['Primary School, Mill Lane', 'Mill Lane CofE Primary School'],
    ['Netherby Controlled', 'Netherby C.E. (Controlled) Primary School'],
    ['St Osyn RC Prim', 'St Osyn’s Roman Catholic Primary School'],
    ['SS Ebbin & Ardal, Catholic (VA)', 'St. Ebbin and St. Ardal Catholic Voluntary Aided Primary School'],
    ['\tMount  Harrow Infants’\n', 'Mount Harrow Infants’ School'],
    ['Saltmersh Pk', 'nothing'],
    // One slip of typing, in a word that no school has.
    ['Wendelbury Road', 'Wendlebury Road Community Primary School'],
    ['Farowdale & Upwell', 'Farrowdale & Upwell Nursery School'],
    ['Netherbyy', 'Netherby C.E. (Controlled) Primary School'],
    ['W G Harrow', 'W. G. Harrow School'],
    ['WG Harrow', 'W. G. Harrow School'],
    ['w.g.harrow', 'W. G. Harrow School'],
    ['L E A F Academy', 'L.E.A.F. Academy'],
    ['leaf academy', 'L.E.A.F. Academy'],
    ['Lt Overmere', 'Little Overmere Primary School'],
    ['St Peterinthereeds', 'St Peter-in-the-Reeds Primary School'],
    ['Saint Peter in the Reeds', 'St Peter-in-the-Reeds Primary School'],
    ['st peter–in–the–reeds', 'St Peter-in-the-Reeds Primary School'],
  ])('“%s” finds %s', (query, name) => {
    expect(search.find(query)[0]?.name ?? 'nothing').toBe(name);
  });

  test.each([
    'ZY17 4QQ',
    'zy174qq',
    'St Joses ZY17 4QQ',
    'St Joses RC Primary, ZY174QQ',
    'Saint Joses Bishops Mere',
    'st joses bishopsmere',
  ])('one of thirty schools with the same name is found first by its postcode or town: “%s”', (query) => {
    expect(search.find(query)[0]?.urn).toBe('900118');
  });

  test('a word that only tells the kind finds schools with it when nothing else is typed', () => {
    expect(search.find('pupil referral unit')[0]?.name).toBe('The Larkspur Pupil Referral Unit');
    expect(search.find('academy').map(({ name }) => name)).toEqual([
      'Kingsmere Academy',
      'L.E.A.F. Academy',
      'Saint Wilmot Catholic Academy',
    ]);
  });

  test('“school” says less than another kind, because an academy is called a school too', () => {
    const many = Array.from({ length: 12 }, (_, at) => schoolNamed('St Wilfra Catholic Primary School', at));
    const meant = schoolNamed('St Wilfra Catholic Primary Academy & Nursery', 12);
    const [first] = searchOf([...many, meant]).find('St Wilfra Catholic Primary School & Nursery');
    expect(first).toBe(meant);
  });

  test('a word of the name that no school has finds nothing, whatever kind is typed', () => {
    expect(search.find('Quenby Primary School')).toEqual([]);
  });

  test('forty words do not find every school', () => {
    expect(search.find(Array.from({ length: 40 }, (_, at) => `word${at}`).join(' '))).toEqual([]);
  });
});

const schoolsOfEngland = readSchoolsOfEngland();
describe.skipIf(!schoolsOfEngland)('on the schools of England', () => {
  const tryForm = trialOf(schoolsOfEngland ?? []);

  test.each(Object.keys(forms))('names written so are among the first ten: %s', (form) => {
    const { written, missed } = tryForm(form, 25);
    expect(missed).toEqual([]);
    expect(written).toBeGreaterThan(0);
  });
});
