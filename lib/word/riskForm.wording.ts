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
  { heading: 'Assessor (a competent person, appointed by the employer)', width: cm(4.9) },
  { heading: 'Consulted (leaders, safety representatives)', width: cm(5.6) },
  { heading: 'Date', width: cm(2.7) },
  { heading: 'Review date', width: cm(2.7) },
];

/** The columns of a risk assessment, in HSE's wording. */
export const hazardColumns: FormColumn[] = [
  { heading: 'What are the hazards?', width: cm(4.7) },
  { heading: 'Who might be harmed and how?', width: cm(4.3) },
  { heading: 'What are you already doing to control the risks?', width: cm(4.6) },
  { heading: 'What further action do you need to take to control the risks?', width: cm(6.6) },
  { heading: 'Who needs to carry out the action?', width: cm(2.7) },
  { heading: 'When is the action needed by?', width: cm(2.1) },
  { heading: 'Done', width: cm(1.7) },
];

/** The date on which the hazards and examples were last checked. */
export const FORM_CHECKED_ON = '2026-11-26';

export const OTHER_HAZARDS = 'Other hazards at this school';

export const formTexts = {
  title: 'Risk assessment: Ofsted inspections, annex with every hazard',
  introduction: [
    'For the employer to complete, in consultation with leaders, staff and their safety representatives.',
    'Nobody should be identifiable from this form. Write roles, not names, and no health details; in a small school a role may still identify someone. Record whatever concerns one person separately and in confidence.',
  ],
  guidance: [
    'Employers have a legal duty to protect employees from stress at work by doing a risk assessment and acting on it. A competent person helps with the work, and staff are told what it finds.',
    'The hazards, and the examples under “What further action”, are suggestions for the employer to consider: strike out what does not apply, add what is missing, and say what is already in place. They are not the words of HSE, Ofsted or NAHT, and they are not complete. The columns are those of HSE’s risk assessment template; the area under each hazard is one of HSE’s Management Standards for work-related stress.',
    'Who may be harmed, to consider in every row: headteacher or executive head, head of school, deputies and assistants; SENCo, designated safeguarding lead, early years lead, subject leaders; early career teachers; school business leader, office staff who take the call, site staff; the people who govern the school, and their clerk; staff with a health condition, a bereavement, a pregnancy, people to care for or an earlier bad inspection; heads who are alone or have just begun; families.',
    'Every action needs a named role at the employer and a date. Review the assessment after each inspection, when the head changes, when the framework changes, and every year.',
  ],
  examples: 'Examples for the employer to consider:',
  existing: 'Ofsted’s own arrangements:',
  onePage: {
    title: 'Risk assessment: Ofsted inspections, on one page',
    introduction:
      'For the employer to complete, with leaders, staff and their safety representatives. Write roles, not names, and no health details; in a small school a role may still identify someone.',
    guidance:
      'The actions are examples to consider. The numbers are those of the annex, which has every hazard. Review after each inspection, when the head or the framework changes, and every year.',
  },
};

/** Rows, columns and texts are smaller on the one-page form. They add up to 27.3 cm. */
export const onePageHeadColumns: FormColumn[] = [5.6, 5.6, 5, 5.7, 2.7, 2.7].map((width, at) => ({
  heading: headColumns[at]?.heading ?? '',
  width: cm(width),
}));

export const onePageColumns: FormColumn[] = [5.3, 3.5, 5, 6.4, 2.8, 2.4, 1.9].map((width, at) => ({
  heading: hazardColumns[at]?.heading ?? '',
  width: cm(width),
}));

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
  /** What Ofsted itself does about the hazard. The form never says that a measure of the employer is in place. */
  existing?: string[];
  /** Measures to suggest, those of the employer itself first. */
  examples: string[];
  /** Shorter words, for a hazard that is on the one-page form. */
  brief?: { harmed: string; action: string };
}

export const phases = [
  { id: 'A', title: 'A. Every day, and in the weeks when the call may come' },
  { id: 'B', title: 'B. The call and the day before' },
  { id: 'C', title: 'C. On site' },
  { id: 'D', title: 'D. From feedback to publication' },
  { id: 'E', title: 'E. Publication and after' },
  { id: 'all', title: 'In every phase' },
] satisfies { id: PhaseId; title: string }[];
