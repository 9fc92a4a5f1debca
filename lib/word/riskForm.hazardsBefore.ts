import type { Hazard } from './riskForm.wording';

/** Hazards 1 to 11: before inspectors arrive (phases A and B). */
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
];
