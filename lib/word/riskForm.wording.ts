export interface FormColumn {
  heading: string;
  /** Twentieths of a point. */
  width: number;
}

/** Centimetres in twentieths of a point. The columns of a table add up to the 26.7 cm between the margins. */
const cm = (centimetres: number) => Math.floor((centimetres * 1440) / 2.54);

export const headColumns: FormColumn[] = [
  { heading: 'Employer', width: cm(5.4) },
  { heading: 'School', width: cm(5.4) },
  { heading: 'Assessor (appointed by the employer)', width: cm(4.9) },
  { heading: 'Consulted (leaders, safety representatives)', width: cm(5.6) },
  { heading: 'Date', width: cm(2.7) },
  { heading: 'Review date', width: cm(2.7) },
];

/** The columns of a risk assessment, in HSE's wording. */
export const hazardColumns: FormColumn[] = [
  { heading: 'What are the hazards?', width: cm(4.7) },
  { heading: 'Who might be harmed and how?', width: cm(4.3) },
  { heading: 'What are you already doing to control the risks?', width: cm(4.6) },
  { heading: 'What further action do you need to take?', width: cm(6.6) },
  { heading: 'Who needs to carry out the action?', width: cm(2.7) },
  { heading: 'When is the action needed by?', width: cm(2.1) },
  { heading: 'Done', width: cm(1.7) },
];

/** The date on which the hazards and examples were last checked. */
export const FORM_CHECKED_ON = '2026-11-23';

export const OTHER_HAZARDS = 'Other hazards at this school';

export const formTexts = {
  title: 'Risk assessment: Ofsted inspections',
  introduction: [
    'For the employer to complete, in consultation with leaders, staff and their safety representatives.',
    'Nobody should be identifiable from this form. Write roles and groups, not names, and no health details. Record whatever concerns one person separately and in confidence.',
  ],
  guidance: [
    'The hazards, and the examples under “What further action”, are suggestions for the employer to consider: strike out what does not apply, add what is missing, and say what is already in place. They are not the words of HSE, Ofsted or NAHT, and they are not complete. The columns are those of HSE’s risk assessment template; “HSE area” is the area of HSE’s Management Standards for work-related stress.',
    'Who may be harmed, to consider in every row: headteacher or executive head, head of school, deputies and assistants; SENCo, designated safeguarding lead, early years lead, subject leaders; early career teachers; school business leader, office staff who take the call, site staff; the people who govern the school, and their clerk; staff with a health condition, a bereavement, a pregnancy, caring duties or an earlier bad inspection; lone or new heads; families.',
    'Every action needs a named role at the employer and a date. Review the assessment after each inspection, when the head changes, when the framework changes, and every year.',
  ],
  examples: 'Examples for the employer to consider:',
};

/** The six areas of HSE's Management Standards. */
export type HseArea = 'Demands' | 'Control' | 'Support' | 'Relationships' | 'Role' | 'Change';

export type PhaseId = 'A' | 'B' | 'C' | 'D' | 'E' | 'all';

export interface Hazard {
  number: number;
  phase: PhaseId;
  area: HseArea;
  hazard: string;
  /** Groups and roles, never a person. */
  harmed: string;
  /** Measures to suggest, those of the employer itself first. The form never says that one is in place. */
  examples: string[];
}

export const phases = [
  { id: 'A', title: 'A. Every day, and in the weeks when the call may come' },
  { id: 'B', title: 'B. The call and the day before' },
  { id: 'C', title: 'C. On site' },
  { id: 'D', title: 'D. From feedback to publication' },
  { id: 'E', title: 'E. Publication and after' },
  { id: 'all', title: 'In every phase' },
] satisfies { id: PhaseId; title: string }[];
