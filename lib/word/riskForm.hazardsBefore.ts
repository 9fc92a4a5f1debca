import type { Hazard } from './riskForm.wording';

/** Hazards of phases A and B: before inspectors arrive. */
export const hazardsBeforeInspection: readonly Hazard[] = [
  {
    number: 1,
    phase: 'A',
    area: 'Demands',
    hazard: 'A long wait in which the call may come: leave cannot be planned, and sleep suffers.',
    harmed: 'Headteacher and senior leaders: no real time off, tiredness before an inspection has begun.',
    examples: [
      'tell heads the likely window',
      'protect leave and medical appointments',
      'name a deputy for every day on which the call may come',
      'set no tasks by default that serve only an inspection',
    ],
  },
  {
    number: 2,
    phase: 'A',
    area: 'Demands',
    hazard: 'Evidence and paperwork made only for inspectors; practice inspections.',
    harmed: 'Leaders, SENCo, subject leaders and teachers: extra work on top of a full week.',
    brief: {
      harmed: 'Leaders and teachers: extra work',
      action: 'Ban paperwork made only for inspectors; agree any practice inspection with the unions',
    },
    examples: [
      'ban, in writing, paperwork made only for inspectors',
      'stop practice inspections by the trust or council, or agree them with the unions',
      'check the effect on workload before any further request for data',
    ],
  },
  {
    number: 3,
    phase: 'A',
    area: 'Change',
    hazard: 'Unfamiliar evaluation areas and grades.',
    harmed: 'All leaders: worry about what is expected.',
    examples: [
      'give all leaders a briefing, and paid time for it',
      'write one summary centrally for all schools',
      'list what has changed each school year',
    ],
  },
  {
    number: 4,
    phase: 'A',
    area: 'Support',
    hazard: 'Isolation: the head carries it alone.',
    harmed: 'Headteacher, executive head or head of school; above all one who is alone or has just begun.',
    brief: {
      harmed: 'Headteacher, above all one who has just begun',
      action: 'Pair the head with another; regular talks about wellbeing; paid supervision',
    },
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
    brief: {
      harmed: 'Headteacher: blame for the work of many',
      action:
        'Publish that responsibility is shared; an outcome is not on its own a ground for capability procedures',
    },
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
    brief: {
      harmed: 'These leaders, above all in small primaries',
      action: 'Time for the role; a second person in every meeting; nobody answers alone for a grade',
    },
    examples: [
      'allow time for the role',
      'have a second person in every meeting',
      'let nobody answer alone for a grade',
    ],
  },
  {
    number: 7,
    phase: 'A',
    area: 'Support',
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
    number: 27,
    phase: 'A',
    area: 'Demands',
    hazard: 'One head for several schools, or several inspections in one trust or federation close together.',
    harmed: 'Executive heads, heads of school and the central team: called for in more than one place.',
    examples: [
      'agree beforehand who leads in each school while the head is in another',
      'plan central support for inspections that come at the same time',
    ],
  },
  {
    number: 28,
    phase: 'A',
    area: 'Support',
    hazard: 'Supply, temporary and early career staff are not reached by briefings and support.',
    harmed: 'Supply and agency staff, trainees and early career teachers: less support, and less say.',
    examples: [
      'brief them with everybody else, and name somebody whom they can ask',
      'keep the mentoring time of early career teachers during an inspection',
      'agree with the agency who looks after its staff',
    ],
  },
  {
    number: 29,
    phase: 'A',
    area: 'Support',
    hazard: 'An earlier inspection or a bereavement in the school comes back with the next inspection.',
    harmed: 'Staff who went through it, those who have left it behind and those who have not.',
    examples: [
      'ask staff, in general and in confidence, what would help',
      'offer counselling before the weeks when the call may come',
      'do not build this assessment on the story of one person',
    ],
  },
  {
    number: 9,
    phase: 'B',
    area: 'Support',
    hazard: 'The call comes while the head is absent, ill or bereaved.',
    harmed: 'Headteacher; the deputy; office staff who take the call.',
    brief: {
      harmed: 'Headteacher, deputy, office staff',
      action:
        'Name the employer’s officer who will ask for a deferral; authorise the deputy; keep a script at the phone',
    },
    existing: ['Ofsted has a policy on when an inspection may be deferred.'],
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
      'agree that nothing is begun that evening',
    ],
  },
  {
    number: 11,
    phase: 'B',
    area: 'Support',
    hazard: 'News of the inspection reaches staff without a calm briefing.',
    harmed: 'All staff, early career teachers among them; site and office staff.',
    examples: [
      'use a short agreed script and a calm briefing',
      'tell everybody whom they can speak to',
      'let people go home early',
    ],
  },
  {
    number: 30,
    phase: 'B',
    area: 'Demands',
    hazard:
      'The planning call: a long conversation on the day of the call, for which nobody had time to prepare.',
    harmed: 'Headteacher, deputy and those who cover for them.',
    existing: [
      'There are two calls: the notification call and the planning call, normally a video conference.',
    ],
    examples: [
      'have a second person on both calls, to listen and to take notes',
      'cover teaching and supervision while the calls last',
      'say on the call what the school needs for the wellbeing of its staff',
    ],
  },
];
