import type { Employment } from '../../../lib/storage/schema';
import type { RadioCard } from '../../ui/RadioCards';

/** "I’m not sure": two questions that anyone in a school can answer, and the employment they lead to. */

export type SchoolFamily = 'academy' | 'maintained' | 'neither';

export const firstQuestion = {
  legend: 'What kind of school is it?',
  options: [
    {
      value: 'academy',
      label: 'An academy or free school',
      explanation:
        'Also a studio school or university technical college. The foot of its website names a trust.',
    },
    {
      value: 'maintained',
      label: 'A school that the council maintains',
      explanation:
        'Community, church, foundation or nursery school, or a pupil referral unit. No trust runs it.',
    },
    {
      value: 'neither',
      label: 'Neither of these',
      explanation: 'A special school run by a charity, or something else.',
    },
  ],
} as const satisfies { legend: string; options: readonly RadioCard<SchoolFamily>[] };

interface SecondQuestion {
  legend: string;
  options: readonly RadioCard<Employment>[];
}

export const secondQuestion: Record<SchoolFamily, SecondQuestion> = {
  academy: {
    legend: 'Does its trust run other schools too?',
    options: [
      { value: 'trust-with-other-schools', label: 'Yes, it runs several schools' },
      { value: 'single-academy-trust', label: 'No, only this school' },
    ],
  },
  maintained: {
    legend: 'Which words describe it officially?',
    options: [
      {
        value: 'council-maintained',
        label: 'Community, voluntary controlled, nursery or pupil referral unit',
        explanation: 'Many church schools are voluntary controlled.',
      },
      {
        value: 'aided-or-foundation',
        label: 'Voluntary aided, foundation or trust school',
        explanation: 'A “trust school” here is a foundation school with a trust, not an academy.',
      },
    ],
  },
  neither: {
    legend: 'Is it a special school run by a charity?',
    options: [
      { value: 'charity-special', label: 'Yes, a non-maintained special school' },
      { value: 'other', label: 'No, something else', explanation: 'You can type in who employs you.' },
    ],
  },
};
