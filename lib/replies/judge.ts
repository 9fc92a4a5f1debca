import type { IsoDate } from '../letter/model';
import type { FoundDate } from './dates';
import { findMeeting, findPromise } from './days';
import { heaviest, listEvidence, scoreAll, type Evidences, lean, type Leaning } from './evidence';
import { replyRules } from './ruleBook';
import { kindsWeighed, type KindWithRules, type ReadKind, type Sentence } from './rules';
import type { Word } from './words';

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

/** The kinds of reply that we have a letter for. First those that do most harm if they are taken for another kind. */
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

/** A phrase of at least this weight says what kind of reply it is; a lighter one only hints at it. */
const SAYS = 2;
const AUTOMATIC = 3;
/** How far a phrase counts beside the words: one of weight 3 makes its kind eight times as likely. */
const PHRASES = 0.7;
/** A kind at least this likely is proposed to the user: it is likelier than all other kinds together. */
const LIKELY = 0.5;
const VERY_LIKELY = 0.8;
/** If "speak to your union first" is at least this likely, the user is asked whether it is so. */
const WARNED = 0.1;
/** If the words make a kind less likely than this, even a certain phrase only makes the popup ask. */
const HARDLY = 0.03;
/** The weight for "about something else" of a mail that is about another matter, about neither, or about our letter; weighed with the phrases. */
const ELSEWHERE = { other: 4, neither: 1, ours: -2 } as const;

export function judge(
  sentences: readonly Sentence[],
  dates: readonly FoundDate[],
  messageDate: IsoDate | null,
): Judgement {
  const own = sentences.filter(({ place }) => place === 'own');
  const evidences = listEvidence(sentences, own);
  const scores = scoreAll(evidences);
  const leaning = lean(own);
  const verdict = decide(evidences, scores, leaning, own);
  const shown = verdict.kind ?? verdict.likeliest[0] ?? null;
  const best = shown === null || shown === 'unrelated' ? undefined : heaviest(evidences[shown]);
  const evidence =
    best?.sentence ??
    (shown === 'unrelated' ? firstAbout(own) : undefined) ??
    (shown === null ? undefined : leaning.sentenceFor(shown));
  const isAboutUs = verdict.kind !== 'unrelated' && !verdict.likeliest.includes('unrelated');
  const does = (kind: ReadKind) =>
    verdict.kind === kind || verdict.alsoDoes.includes(kind) || verdict.likeliest.includes(kind);
  const canMeet = does('offer-to-talk') || does('take-advice-first');
  // "I will decide by 23 December whether to report this" is a threat; nothing of it is noted as an answer to come.
  const promises = isAboutUs && verdict.kind !== 'take-advice-first';
  const promised = promises ? findPromise(own, dates, messageDate, verdict.kind === 'full') : null;
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

/** What phrases and words say together: for each kind how likely it is, 0 to 1. */
function weighAll({ share }: Leaning, scores: Readonly<Record<ReadKind, number>>): Record<ReadKind, number> {
  const odds = kindsWeighed.map((kind) => share[kind] * Math.exp(PHRASES * scores[kind]));
  const whole = odds.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(kindsWeighed.map((kind, at) => [kind, (odds[at] ?? 0) / whole])) as Record<
    ReadKind,
    number
  >;
}

function decide(
  evidences: Evidences,
  scores: Readonly<Record<KindWithRules, number>>,
  leaning: Leaning,
  own: readonly Sentence[],
): Verdict {
  if (own.length === 0) return { kind: null, likeliest: ['acknowledgement', 'holding'], alsoDoes: [] };
  const has = (kind: KindWithRules, part: string) =>
    evidences[kind].some((evidence) => evidence.part === part);
  const said = answered.filter((kind) => scores[kind] >= SAYS).toSorted((a, b) => scores[b] - scores[a]);
  const likely = weighAll(leaning, { ...scores, unrelated: ELSEWHERE[weighTopic(own, said)] });
  const ranked = kindsWeighed.toSorted((a, b) => likely[b] - likely[a]);
  const [top = 'unrelated'] = ranked;
  const sure = (kind: ReadKind): Verdict => ({
    kind,
    likeliest: [],
    alsoDoes: said.filter(
      (other) =>
        other !== kind && other !== 'acknowledgement' && (kind !== 'full' || other === 'offer-to-talk'),
    ),
  });
  const ask = (first: ReadKind): Verdict => ({
    kind: null,
    likeliest: [...new Set([first, ...ranked])].slice(0, 2),
    alsoDoes: [],
  });
  const advice = 'take-advice-first';
  if (has(advice, 'certain'))
    return top !== advice && leaning.share[advice] < HARDLY ? ask(advice) : sure(advice);
  // "I don't work Wednesdays" also stands below a person's own answer.
  const isPersonal = said.length > 0 && leaning.share.automatic < HARDLY;
  if (scores.automatic >= AUTOMATIC && !isPersonal) return sure('automatic');
  if (top === advice && likely[advice] > 1 - WARNED) return sure(advice);
  if (likely[advice] >= WARNED) return ask(advice);
  // "Full" is never proposed beside a no, a task for the head, or something left out.
  const isLimited =
    (has('partial', 'limits') && likely.full < VERY_LIKELY) ||
    scores.refusal >= SAYS ||
    scores['passed-back'] >= SAYS;
  // Who offers to talk asks for an answer, whatever else must wait.
  const isTalkFirst =
    top === 'holding' &&
    likely.holding < VERY_LIKELY &&
    scores['offer-to-talk'] >= Math.max(SAYS, scores.holding);
  // "Nothing to send" is the answer that a head would never check, so it wants to be surer than the others.
  const enough = top === 'unrelated' ? VERY_LIKELY : LIKELY;
  return likely[top] < enough || (top === 'full' && isLimited) || isTalkFirst ? ask(top) : sure(top);
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

/** In a reply of at most this many words, what was received need not be named: "Received with thanks, passed to HR". */
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
