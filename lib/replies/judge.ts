import type { IsoDate } from '../letter/model';
import type { FoundDate } from './dates';
import { findMeeting, findPromise } from './days';
import { heaviest, listEvidence, scoreAll, type Evidences } from './evidence';
import { replyRules } from './ruleBook';
import type { KindWithRules, Sentence } from './rules';
import type { Word } from './words';

export type ReadKind = KindWithRules | 'unrelated';

export interface Judgement {
  kind: ReadKind | null;
  likeliest: readonly ReadKind[];
  alsoDoes: readonly ReadKind[];
  promisedDate: IsoDate | null;
  meetingDate: IsoDate | null;
  inAttachment: boolean;
  evidence: string | null;
  mentions: string | null;
}

/** What a letter answers, the heavier to misread first. */
const answered = [
  'refusal',
  'passed-back',
  'partial',
  'holding',
  'full',
  'offer-to-talk',
  'acknowledgement',
] as const;
type Answered = (typeof answered)[number];

const HARD: ReadonlySet<ReadKind> = new Set(['refusal', 'passed-back']);

const SAYS = 2;
const LEAD = 0.9;
const AUTOMATIC = 3;

export function judge(
  sentences: readonly Sentence[],
  dates: readonly FoundDate[],
  messageDate: IsoDate | null,
): Judgement {
  const own = sentences.filter(({ place }) => place === 'own');
  const evidences = listEvidence(sentences, own);
  const scores = scoreAll(evidences);
  const verdict = decide(evidences, scores, own);
  const shown = verdict.kind ?? verdict.likeliest[0] ?? null;
  const best = shown === null || shown === 'unrelated' ? undefined : heaviest(evidences[shown]);
  const evidence = best?.sentence ?? (shown === 'unrelated' ? firstAbout(own) : undefined);
  const isAboutUs = verdict.kind !== 'unrelated' && !verdict.likeliest.includes('unrelated');
  const does = (kind: ReadKind) =>
    verdict.kind === kind || verdict.alsoDoes.includes(kind) || verdict.likeliest.includes(kind);
  const canMeet = does('offer-to-talk') || does('take-advice-first');
  const promised = isAboutUs ? findPromise(own, dates, messageDate, verdict.kind === 'full') : null;
  const meetingDate = isAboutUs && canMeet ? findMeeting(own, dates, messageDate) : null;
  // "I will ring you on Friday" names the day on which they talk, not that of an answer.
  const isSameDay = verdict.kind === 'offer-to-talk' && promised === meetingDate;
  return {
    ...verdict,
    promisedDate: isSameDay ? null : promised,
    meetingDate,
    inAttachment: (does('partial') || does('full')) && isInAttachment(own),
    evidence: evidence?.text ?? null,
    mentions: does('take-advice-first') ? (heaviest(evidences['take-advice-first'])?.words ?? null) : null,
  };
}

interface Verdict {
  kind: ReadKind | null;
  likeliest: readonly ReadKind[];
  alsoDoes: readonly ReadKind[];
}

function decide(
  evidences: Evidences,
  scores: Readonly<Record<KindWithRules, number>>,
  own: readonly Sentence[],
): Verdict {
  const of = (kind: KindWithRules, part: string) =>
    Math.max(0, ...evidences[kind].filter((evidence) => evidence.part === part).map(({ weight }) => weight));
  const sure = (kind: ReadKind, alsoDoes: readonly ReadKind[] = []): Verdict => ({
    kind,
    likeliest: [],
    alsoDoes,
  });
  const unsure = (...kinds: ReadKind[]): Verdict => ({
    kind: null,
    likeliest: [...new Set<ReadKind>([...kinds, ...ranked, 'acknowledgement', 'holding'])].slice(0, 2),
    alsoDoes: [],
  });
  const ranked = answered.filter((kind) => scores[kind] > 0).toSorted((a, b) => scores[b] - scores[a]);
  const says = (kind: Answered) => scores[kind] >= SAYS;
  const others = (kind: ReadKind) =>
    ranked.filter((other) => other !== kind && other !== 'acknowledgement' && says(other));

  if (of('take-advice-first', 'certain') > 0)
    return sure(
      'take-advice-first',
      ranked.filter((kind) => scores[kind] >= 3 && kind !== 'acknowledgement'),
    );
  if (scores.automatic >= AUTOMATIC) return sure('automatic');
  if (scores['take-advice-first'] > 0) return unsure('take-advice-first');
  if (scores.automatic >= SAYS && !ranked.some(says)) return sure('automatic');
  const topic = weighTopic(own, ranked.filter(says));
  // An answer given in full must not be put aside as something else.
  if (topic === 'other') return ranked[0] === 'full' ? unsure('unrelated', 'full') : sure('unrelated');
  // An absence message promises an answer, too.
  if (scores.automatic >= SAYS && ranked[0] === 'acknowledgement')
    return unsure('automatic', 'acknowledgement');
  if (topic === 'neither') return unsure(...(ranked.some(says) ? ranked.slice(0, 1) : []), 'unrelated');

  const [top, second] = ranked;
  if (top === undefined) return unsure();
  const limits = of('partial', 'limits');
  const against = Math.max(limits, scores.refusal, scores['passed-back']);
  const isWhole = of('full', 'assessment') > 0 && of('full', 'plan') > 0;
  if (isWhole && against < 1.5) {
    // A policy or a wait beside it leaves room for doubt.
    if (of('partial', 'instead') > 0 || of('holding', 'says') > 0)
      return scores.full >= scores.partial + scores.holding
        ? sure(
            'full',
            others('full').filter((kind) => kind === 'offer-to-talk'),
          )
        : unsure('full', scores.partial >= scores.holding ? 'partial' : 'holding');
    return sure(
      'full',
      others('full').filter((kind) => kind === 'offer-to-talk'),
    );
  }
  const rest = ranked.filter(
    (kind) => kind !== 'full' && kind !== 'acknowledgement' && kind !== 'offer-to-talk',
  );
  const [first, next] = rest;
  // Something of an assessment or a plan, but not all: "full" is never guessed.
  if (scores.full >= 3 && (first === undefined || scores.full > scores[first]) && against < 1.5)
    return unsure('full', 'partial');
  // Something sent instead counts before the wait for the rest.
  if (first === 'holding' || first === 'partial') {
    const sent = evidences.partial.some(
      ({ part, sentence }) => part === 'instead' && hasAttachment(sentence),
    );
    if (sent && Math.max(scores.refusal, scores['passed-back']) < 1.5)
      return sure('partial', others('partial'));
  }
  if (first !== undefined && says(first)) {
    // "We agree" in one sentence and "we will not" in another.
    if (HARD.has(first) && scores.full >= 3 && scores[first] - scores.full < 2 * LEAD)
      return unsure(first, 'full');
    // A refusal or a task for the head is not lost behind something kinder.
    const isKinder = next !== undefined && HARD.has(next) && !HARD.has(first) && scores[next] >= 3;
    const isClear =
      next === undefined ||
      scores[first] - scores[next] >=
        (isKinder || (first === 'refusal' && next === 'holding') ? 2 * LEAD : LEAD) ||
      isOnlySupport(evidences, first, next);
    if (!isClear) return unsure(first, next);
    const lead = isOnlySupport(evidences, next ?? first, first) && next && says(next) ? next : first;
    // "Let us talk. My office will arrange it": who is to arrange what is easily misread.
    const leadOver = lead === 'passed-back' || lead === 'holding' ? 0 : LEAD;
    if (scores['offer-to-talk'] >= scores[lead] + leadOver) return unsure('offer-to-talk', lead);
    return sure(lead, others(lead));
  }
  if (says('offer-to-talk')) return sure('offer-to-talk', others('offer-to-talk'));
  if (says('acknowledgement') && (first === undefined || scores[first] < 1.5 || first === 'holding'))
    return isExplained(own) ? sure('acknowledgement') : unsure('acknowledgement', ...rest);
  return unsure(top, ...(second === undefined ? [] : [second]));
}

/** A helpline named beside a refusal or beside a wait does not make it something else. */
function isOnlySupport(evidences: Evidences, first: Answered, next: Answered): boolean {
  return (
    next === 'partial' &&
    first !== 'partial' &&
    evidences.partial.every(({ part }) => part === 'support') &&
    evidences[first].some(({ weight }) => weight >= 3)
  );
}

const RECEIPT: readonly KindWithRules[] = ['acknowledgement', 'holding', 'automatic'];
const MOST_UNEXPLAINED = 30;

/** A reply that only says "received" has little else to say: much that no rule knows may be the real answer. */
function isExplained(own: readonly Sentence[]): boolean {
  const count = (sentences: readonly Sentence[]) =>
    sentences.reduce((sum, { words }) => sum + words.length, 0);
  const known = own.filter(({ found }) =>
    found.some(
      ({ rule }) =>
        (rule.is === 'kind' && RECEIPT.includes(rule.kind)) ||
        (rule.is === 'date' && rule.what === 'promise'),
    ),
  );
  const unknown = count(own) - count(known);
  // "Thank you for your letter. It will not be pursued."
  const saysNo = own.some(
    (sentence) => !known.includes(sentence) && sentence.words.some(({ negative }) => negative),
  );
  return !saysNo && unknown <= Math.max(MOST_UNEXPLAINED, count(known));
}

/** Kinds that any mail may seem to be: "fill in the form", "are you free on Friday?". */
const ANYBODYS: readonly ReadKind[] = ['passed-back', 'offer-to-talk', 'acknowledgement', 'partial'];

function weighTopic(own: readonly Sentence[], said: readonly Answered[]): 'ours' | 'other' | 'neither' {
  let ours = 0;
  let other = 0;
  for (const { found, words } of own) {
    const weightOf = (side: 'ours' | 'other') =>
      Math.max(0, ...found.map(({ rule }) => (rule.is === 'about' && rule.side === side ? rule.weight : 0)));
    const elsewhere = findElsewhere(words);
    const aboutOther = Math.max(weightOf('other'), elsewhere);
    // "Your letter about the bus stop."
    if (aboutOther === 0 || weightOf('ours') > 2) ours += weightOf('ours');
    other += aboutOther;
  }
  // Where it seems to answer us, one word of something else is not enough.
  const needed = said.length === 0 ? ours : ours < 2 ? ours + 1 : ours + 2;
  if (other > 0 && other >= needed) return 'other';
  // An assessment and a plan can be those of a car park.
  if (ours < (other > 0 ? 2 : 1) && said[0] === 'full') return 'neither';
  if (ours > 0) return 'ours';
  const length = own.reduce((sum, { words }) => sum + words.length, 0);
  if (said.length === 0) return 'neither';
  // "Got this, will come back to you": what it is about is only pointed at.
  const isPointedAt = other === 0 && own.some(({ words }) => words.some(({ text }) => POINTS.has(text)));
  const isLong = length > (isPointedAt ? POINTED_NOTE : SHORT_NOTE);
  return isLong && said.every((kind) => ANYBODYS.includes(kind)) ? 'neither' : 'ours';
}

const POINTS = new Set(['this', 'it']);
const POINTED_NOTE = 45;

/** "Received with thanks, passed to HR" need not say what about. */
const SHORT_NOTE = 14;

const ABOUT = new Set(['about', 'regarding', 'concerning', 're']);
const LETTER = new Set(['letter', 'email', 'request', 'enquiry', 'query', 'message', 'report', 'return']);
const ABOUT_REACH = 7;

/** How surely a sentence names another subject after "about": 2 where it is that of the head's letter, else 1, or 0. */
function findElsewhere(words: readonly Word[]): number {
  let weight = 0;
  for (const [at, { text }] of words.entries()) {
    if (!ABOUT.has(text)) continue;
    const end = words.findIndex((word, index) => index > at + 1 && word.newClause);
    const after = words.slice(at + 1, Math.min(at + 1 + ABOUT_REACH, end === -1 ? Infinity : end));
    const [first] = after;
    // "About 10 days", "how about Friday".
    if (!first || first.date !== null || /^\d/.test(first.text)) continue;
    if (after.some((word) => replyRules.ourWords.some((start) => word.text.startsWith(start)))) continue;
    weight = Math.max(weight, LETTER.has(words[at - 1]?.text ?? '') ? 2 : 1);
  }
  return weight;
}

function firstAbout(own: readonly Sentence[]): Sentence | undefined {
  return (
    own.find(({ found }) => found.some(({ rule }) => rule.is === 'about' && rule.side === 'other')) ??
    own.find(({ words }) => words.length > 4) ??
    own[0]
  );
}

const hasAttachment = ({ found }: Sentence) => found.some(({ rule }) => rule.is === 'attachment');

/** Rows of a table or of a list in the mail itself are the answer; then the attachment only repeats it. */
function isInAttachment(own: readonly Sentence[]): boolean {
  const attached = own.some(hasAttachment);
  const rows = own.filter(({ text }) => /\t|\s\|\s|\s[-–]\s.*\s[-–]\s/.test(text)).length;
  return attached && rows < 3;
}
