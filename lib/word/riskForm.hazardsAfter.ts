import type { Hazard } from './riskForm.wording';

/** Hazards of phases C to E, during and after the inspection, and of every phase. */
export const hazardsFromInspectionOn: readonly Hazard[] = [
  {
    number: 12,
    phase: 'C',
    area: 'Relationships',
    hazard: 'Conduct that is felt as hostile.',
    harmed: 'Everybody who meets inspectors.',
    existing: [
      'In January 2024 Ofsted said that staff can bring a colleague to meetings with inspectors.',
      'Leaders are given the number of a senior inspector in the notification call.',
    ],
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
    hazard: 'Questioning that continues when somebody is distressed.',
    harmed: 'Leaders and staff in conversation with inspectors.',
    brief: {
      harmed: 'Leaders and staff who meet inspectors',
      action:
        'Be ready, as the employer, to ask for a pause; a welfare lead, a quiet room, a second colleague in meetings',
    },
    existing: [
      'Ofsted has a policy on pausing an inspection; the headteacher or the responsible body can ask.',
    ],
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
    existing: [
      'In September 2025 Ofsted said that it adds an inspector to the team for one day of a full inspection.',
    ],
    examples: [
      'agree a timetable with breaks and lunch',
      'keep to the end time',
      'cover supervision at breaks',
    ],
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
      'release the union representative from other work',
      'let staff decline another rehearsal',
    ],
  },
  {
    number: 17,
    phase: 'D',
    area: 'Support',
    hazard: 'Hard feedback in a small room.',
    harmed: 'Headteacher and senior leaders; the people who govern the school, and their clerk.',
    brief: {
      harmed: 'Headteacher and senior leaders',
      action: 'The employer is present; nobody goes home alone; a call that evening and the next day',
    },
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
    brief: {
      harmed: 'All who know the outcome',
      action:
        'Tell leaders beforehand whom they may confide in; one person to ring; dated check-ins until publication',
    },
    existing: [
      'In January 2024 Ofsted let leaders tell colleagues, family and medical advisers in confidence (check that this still applies).',
    ],
    examples: [
      'tell leaders, before any inspection, with whom Ofsted lets them share it in confidence (in January 2024: colleagues, family, medical advisers and their wider support group)',
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
    number: 31,
    phase: 'D',
    area: 'Role',
    hazard:
      'Safeguarding is judged “not met”: consequences come quickly, and may be felt as a judgement on one person.',
    harmed:
      'Headteacher, designated safeguarding lead and their team; the staff who know the children concerned.',
    examples: [
      'have the employer’s safeguarding adviser there from the first sign',
      'make clear that safeguarding is the work of the whole organisation',
      'add time and people for what has to change, and look after those who do it',
    ],
  },
  {
    number: 20,
    phase: 'E',
    area: 'Relationships',
    hazard: 'Parents, press and social media.',
    harmed: 'Headteacher, staff and their families.',
    brief: {
      harmed: 'Headteacher, staff, families',
      action: 'The employer’s press officer leads; a joint statement; somebody else watches the accounts',
    },
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
    hazard:
      'Decisions about jobs, RISE (the regional improvement teams) or monitoring, taken without warning or support.',
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
    hazard: 'Support stops when the report is out.',
    harmed: 'Any leader or member of staff, and their families: harm may show late.',
    brief: {
      harmed: 'Any leader or member of staff',
      action:
        'Check in after a week, a month and a term; occupational health; crisis numbers; a manager trained to ask',
    },
    examples: [
      'check in after a week, a month and a term',
      'offer occupational health and have crisis numbers ready',
      'train the manager to ask',
      'agree what support follows a serious incident',
    ],
  },
  {
    number: 24,
    phase: 'E',
    area: 'Demands',
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
    area: 'Role',
    hazard: 'The assessor is the person at risk.',
    harmed: 'Headteacher who is asked to write this form.',
    examples: ['appoint a competent assessor', 'consult the head, who is not the author'],
  },
  {
    number: 32,
    phase: 'all',
    area: 'Role',
    hazard:
      'The people who govern the school answer to inspectors as volunteers, and look after the head at the same time.',
    harmed: 'The people who govern the school, their chair and their clerk.',
    examples: [
      'brief them on inspection and on their part in it',
      'let the employer, not a volunteer, lead on the wellbeing of the head',
      'offer them the same support after hard feedback',
    ],
  },
  {
    number: 33,
    phase: 'all',
    area: 'Demands',
    hazard: 'Long days, late work and strain for new and expectant mothers.',
    harmed:
      'New and expectant mothers, as a group. What concerns one person is assessed with her, apart from this form.',
    examples: [
      'take new and expectant mothers into account in this assessment, whether or not anybody has told you of a pregnancy',
      'agree rest, hours and cover with the person, in confidence',
    ],
  },
];
