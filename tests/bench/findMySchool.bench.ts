import { searchOf } from '../../lib/register/schools';
import { forms, readSchoolsOfEngland, trialOf } from '../support/schoolForms';
import type { Measurement } from './measurement';

const TYPED = [
  'St Mary’s Church of England Primary School, Norwich',
  'the park academy',
  'saint josephs rc primary leeds',
  'nm1 1aa',
];

/** The time for each key while names are typed, on the 26,000 schools of 2018 where that file is present. */
export async function measureEachKey(): Promise<Measurement[]> {
  const schools = readSchoolsOfEngland();
  if (!schools) return [];
  const search = searchOf(schools);
  const times = TYPED.flatMap((text) =>
    Array.from({ length: text.length }, (_, at) => {
      const start = performance.now();
      search.find(text.slice(0, at + 1));
      return performance.now() - start;
    }),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  const key = 'A key typed into “Find my school”';
  return [
    { what: `${key}, median`, value: at(0.5), unit: 'ms' },
    { what: `${key}, 99th percentile`, value: at(0.99), unit: 'ms', goal: 16 },
  ];
}

const MOST_TRIED = 2000;

/** How many schools are not among the first ten by each form of their names. */
export async function measureForms(): Promise<Measurement[]> {
  const schools = readSchoolsOfEngland();
  if (!schools) return [];
  const tryForm = trialOf(schools);
  return Object.keys(forms).map((form) => {
    const { written, tried, missed } = tryForm(form, MOST_TRIED);
    const what = `not found: ${form} (${tried} tried of ${written} names)`;
    return { what, value: missed.length, unit: 'searches', goal: 0 };
  });
}
