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
  /** What the employer could do, the employer's own measures first. Suggestions, never said to be in place. */
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

/** In our own words; the numbers stay, so that people can speak of "hazard 9". */
export const hazards: Hazard[] = [
  {
    number: 1,
    phase: 'A',
    area: 'Demands',
    hazard: 'A long wait in which the call may come: leave cannot be planned, and sleep suffers.',
    harmed: 'Headteacher and senior leaders: no real time off, tiredness before an inspection has begun.',
    examples: [
      'tell heads the likely window',
      'protect leave and medical appointments',
      'name a deputy for every Monday',
      'set no “Ofsted-ready” tasks by default',
    ],
  },
  {
    number: 2,
    phase: 'A',
    area: 'Demands',
    hazard: 'Evidence and paperwork made only for inspectors; practice inspections.',
    harmed: 'Leaders, SENCo, subject leaders and teachers: extra work on top of a full week.',
    examples: [
      'ban, in writing, paperwork made only for Ofsted',
      'stop practice inspections by the trust or council, or agree them with the unions',
      'check the effect on workload before any new request for data',
    ],
  },
  {
    number: 3,
    phase: 'A',
    area: 'Change',
    hazard: 'Unfamiliar evaluation areas and grades.',
    harmed: 'All leaders: worry about getting it right.',
    examples: [
      'give all leaders a briefing, and paid time for it',
      'write one summary centrally for all schools',
      'list what has changed each September',
    ],
  },
  {
    number: 4,
    phase: 'A',
    area: 'Support',
    hazard: 'Isolation: the head carries it alone.',
    harmed: 'Headteacher, executive head or head of school; above all a lone or new head.',
    examples: [
      'pair the head with another head, or with a partner at the trust or council',
      'hold regular one-to-one meetings about wellbeing with the line manager',
      'pay for professional supervision',
    ],
  },
  {
    number: 5,
    phase: 'A',
    area: 'Role',
    hazard: 'The head is seen as the only person responsible for the outcome.',
    harmed: 'Headteacher: blame that one person carries for the work of many.',
    examples: [
      'restate the scheme of delegation',
      'publish a statement of shared responsibility by the chief executive or director of children’s services and the chair',
      'confirm that an inspection outcome is not on its own a ground for capability procedures',
    ],
  },
  {
    number: 6,
    phase: 'A',
    area: 'Role',
    hazard: 'SENCo, designated safeguarding lead, early years lead or subject leaders are exposed.',
    harmed:
      'These leaders, above all in small primaries where one person leads several subjects: feeling personally answerable.',
    examples: [
      'allow time for the role',
      'have a second person in every meeting',
      'let nobody answer alone for a grade',
    ],
  },
  {
    number: 7,
    phase: 'A',
    area: 'Demands',
    hazard:
      'Personal circumstances that make inspection weigh more. Recorded separately, never on this form.',
    harmed: 'Any member of staff whose circumstances the employer has been told of in confidence.',
    examples: [
      'offer a confidential conversation about adjustments',
      'offer occupational health',
      'agree an individual plan, held apart from this form',
    ],
  },
  {
    number: 8,
    phase: 'A',
    area: 'Demands',
    hazard: 'A small school; a head who teaches.',
    harmed: 'Headteacher and the few colleagues who share the leading: teaching and being inspected at once.',
    examples: [
      'hold a central budget for supply cover on the day of the call and on both days of inspection',
    ],
  },
  {
    number: 9,
    phase: 'B',
    area: 'Control',
    hazard: 'The call comes while the head is absent, ill or bereaved.',
    harmed: 'Headteacher; the deputy; office staff who take the call.',
    examples: [
      'name an officer of the employer who will ask for a deferral',
      'authorise the deputy to act',
      'keep a script at the phone',
    ],
  },
  {
    number: 10,
    phase: 'B',
    area: 'Demands',
    hazard: 'Preparing late into the night.',
    harmed: 'Leaders and teachers: exhaustion before the first day.',
    examples: [
      'shut the building at an agreed hour',
      'send no late messages',
      'agree “nothing new tonight” for everybody',
    ],
  },
  {
    number: 11,
    phase: 'B',
    area: 'Support',
    hazard: 'Staff are alarmed by the news.',
    harmed: 'All staff, early career teachers among them; site and office staff.',
    examples: [
      'use a short agreed script and a calm briefing',
      'tell everybody whom they can speak to',
      'let people go home early',
    ],
  },
  {
    number: 12,
    phase: 'C',
    area: 'Relationships',
    hazard: 'Conduct that is felt as hostile.',
    harmed: 'Everybody who meets inspectors.',
    examples: [
      'have an officer of the employer on site or on call',
      'have a second colleague in all main meetings',
      'make sure leaders know how to reach the senior inspector',
      'keep the code of conduct to hand',
    ],
  },
  {
    number: 13,
    phase: 'C',
    area: 'Support',
    hazard: 'Distress in a meeting.',
    harmed: 'Leaders and staff in conversation with inspectors.',
    examples: [
      'be ready, as the employer, to ask for a pause',
      'name a welfare lead who takes no part in the inspection',
      'set a quiet room aside',
      'agree which signs to look for',
    ],
  },
  {
    number: 14,
    phase: 'C',
    area: 'Demands',
    hazard: 'Long days without breaks.',
    harmed: 'Leaders, teachers, office and site staff: tiredness that grows over both days.',
    examples: ['agree a timetable with breaks and lunch', 'keep to the end time', 'cover duties'],
  },
  {
    number: 15,
    phase: 'C',
    area: 'Control',
    hazard: 'Unexpected lines of enquiry, and no chance to answer.',
    harmed: 'Headteacher, senior and subject leaders.',
    examples: ['raise them in the daily keep-in-touch meeting', 'provide a note-taker'],
  },
  {
    number: 16,
    phase: 'C',
    area: 'Relationships',
    hazard: 'Pressure is passed down to staff.',
    harmed: 'Teachers and support staff, early career teachers among them.',
    examples: [
      'brief leaders on this',
      'release the union representative from other duties',
      'let staff decline “one more” rehearsal',
    ],
  },
  {
    number: 17,
    phase: 'D',
    area: 'Support',
    hazard: 'Hard feedback in a small room.',
    harmed: 'Headteacher and senior leaders; the people who govern the school, and their clerk.',
    examples: [
      'have the employer and the chair present',
      'do not leave the head alone afterwards; take them home if needed',
      'call that evening and the next day',
    ],
  },
  {
    number: 18,
    phase: 'D',
    area: 'Support',
    hazard: 'Weeks of waiting with a provisional outcome that may not be made public.',
    harmed: 'Headteacher, leaders and others who know the outcome: carrying it alone.',
    examples: [
      'tell leaders, before any inspection, that Ofsted lets them share it in confidence with colleagues, family, doctor or union',
      'name one person at the employer whom they can ring',
      'put dates to check-ins until publication',
    ],
  },
  {
    number: 19,
    phase: 'D',
    area: 'Control',
    hazard: 'Errors in the draft report; a complaint.',
    harmed: 'Headteacher and school business leader: more work at the hardest moment.',
    examples: [
      'draft and submit the comments and any complaint, as the employer',
      'give leaders time for it',
    ],
  },
  {
    number: 20,
    phase: 'E',
    area: 'Relationships',
    hazard: 'Parents, press and social media.',
    harmed: 'Headteacher, staff and their families.',
    examples: [
      'let the employer’s press officer lead',
      'agree a joint statement',
      'have somebody else watch the accounts',
      'tolerate no abuse',
    ],
  },
  {
    number: 21,
    phase: 'E',
    area: 'Role',
    hazard: 'Fear for one’s job; RISE and monitoring.',
    harmed: 'Headteacher and senior leaders.',
    examples: [
      'meet before any step is taken',
      'put a support plan first',
      'use no capability procedure automatically',
      'have the union present',
    ],
  },
  {
    number: 22,
    phase: 'E',
    area: 'Demands',
    hazard: 'Monitoring visits and action plans.',
    harmed: 'Leaders and subject leaders: plans and visits that pile up.',
    examples: ['keep one plan and one calendar of visits', 'add capacity'],
  },
  {
    number: 23,
    phase: 'E',
    area: 'Support',
    hazard: 'A delayed reaction, sickness, a risk of serious harm.',
    harmed: 'Any leader or member of staff, and their families.',
    examples: [
      'check in after 1, 4 and 12 weeks',
      'offer occupational health and have crisis numbers ready',
      'train the manager to ask',
      'agree what support follows a serious incident',
    ],
  },
  {
    number: 24,
    phase: 'E',
    area: 'Change',
    hazard: 'After a mixed or good outcome: a let-down, and no rest.',
    harmed: 'Everybody who worked for it.',
    examples: ['give time off in lieu', 'hold a debrief', 'bring what was learned into this assessment'],
  },
  {
    number: 25,
    phase: 'all',
    area: 'Support',
    hazard: 'The line manager, or whoever governs the school, has no training.',
    harmed: 'Headteacher and every leader who relies on them.',
    examples: ['train those who manage heads in mental health and in the risks of stress'],
  },
  {
    number: 26,
    phase: 'all',
    area: 'Control',
    hazard: 'The assessor is the person at risk.',
    harmed: 'Headteacher who is asked to write this form.',
    examples: ['appoint the assessor', 'consult the head, who is not the author'],
  },
];
