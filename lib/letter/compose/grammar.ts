import type { SignerFields } from '../model';
import { cleanLine, sameName } from '../text';

/** Grammar around a typed name in a sentence of the letter. The name itself is never changed. */

const counts = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

export function countInWords(count: number): string {
  return counts[count] ?? String(count);
}

/** "this request", "both requests", "all three requests". */
export function allRequests(count: number): string {
  if (count === 1) return 'this request';
  return count === 2 ? 'both requests' : `all ${countInWords(count)} requests`;
}

/** "the request", "the two requests", "the three requests". */
export function theRequests(count: number): string {
  return count === 1 ? 'the request' : `the ${countInWords(count)} requests`;
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "A, B and C": British, without a comma before "and". Empty for no names. */
export function joinWithAnd(names: readonly string[]): string {
  return conjunction.format(names);
}

/** Whether the word after `before` is the first of a sentence. */
export function isSentenceStart(before: string): boolean {
  return /(^|[.?!][”’)]? )$/.test(before);
}

const bodies =
  'Borough|City|Council|Governing (?:Body|Board)|Board|Governors|Trustees|Directors|Corporation|University|Diocese|Archdiocese|Federation|Congregation|(?:Local )?Authority|(?:Academy )?Trust|Charity|Sisters|Brothers|Commissioners|Managers';
const takesThe = new RegExp(
  `^(?:(?:London|Royal|Metropolitan|Local|Full|School) )*(?:${bodies})(?: (?:of|for) .+)?$`,
  'i',
);
/** "the Oakfield School Governing Body", but "Oakfield School’s Governing Body". */
const endsInBody =
  /(?<!['’]s|s['’]) (?:Governing (?:Body|Board)|Governors|Trustees|Directors|Board|Board of (?:Trustees|Governors|Directors))$/i;

/** "the London Borough of Camden", but "Kent County Council" and "City of York Council". */
export function needsThe(organisation: string): boolean {
  return (takesThe.test(organisation) && !/ council$/i.test(organisation)) || endsInBody.test(organisation);
}

const several =
  'trustees|governors|directors|managers|commissioners|councils|boroughs|trusts|authorities|boards|dioceses|sisters|brothers';
/** The verb agrees with the noun before "of", or with the last word: "Trustees of …", "Kent and Medway Councils". */
const endsInSeveral = new RegExp(`\\b(?:${several})$`, 'i');
/** "Kent County Council and Medway Council", but not "Windsor and Maidenhead Council". */
const isPair =
  /\b(council|trust|authority|governing body|diocese|ltd\.?|limited)(?:,| and| &) .*\b(council|trust|authority|governing body|diocese|ltd\.?|limited)$/i;

/** Whether the employer’s name takes "are": "the Trustees of the Oakfield Trust are my employer". */
export function isPlural(organisation: string): boolean {
  const beforeOf = organisation.replace(/ (?:of|for) .+$/i, '');
  return endsInSeveral.test(beforeOf) || isPair.test(organisation);
}

const plurals: Readonly<Record<string, string>> = { is: 'are', has: 'have', was: 'were', does: 'do' };

/** The verb after the name of a plural employer: "are" for "is". */
export function agreeInNumber(after: string, organisation: string): string {
  if (!isPlural(organisation)) return after;
  return after.replace(/^ (is|has|was|does)\b/, (_, verb: string) => ` ${plurals[verb] ?? verb}`);
}

/** Changes the words before a name: drops a second "the", and chooses between "a" and "an". */
export function adjustBefore(before: string, name: string): string {
  if (/^the /i.test(name)) return before.replace(/\bthe $/i, '');
  return before.replace(/\b(a)n? $/i, (_, a: string) => (takesAn(name) ? `${a}n ` : `${a} `));
}

/** Changes the words after a name: no second s after "St James’", no second full stop after "Ltd.". */
export function adjustAfter(name: string, after: string): string {
  if (/^[’']s(?!\p{L})/u.test(after)) {
    if (/s[’']$/i.test(name)) return after.slice(2);
    if (/s$/i.test(name)) return after.charAt(0) + after.slice(2);
  }
  return /[.?!…]$/.test(name) && after.startsWith('.') ? after.slice(1) : after;
}

/** Guesses the sound from the spelling: "an executive head", "a university head", "an HR officer", "a SENCo". */
function takesAn(name: string): boolean {
  if (/^(?:SENCO|SEND|RISE)\b/.test(name)) return false;
  if (/^[A-Z]{2,5}(?![A-Za-z])/.test(name)) return /^[AEFHILMNORSX]/.test(name);
  if (/^(?:uni(?!n|m)|use|eu|one\b|once|uk\b)/i.test(name)) return false;
  return /^(?:[aeiou]|hour|honou?r|honest|heir)/i.test(name);
}

export interface Signatory {
  fullName: string;
  jobTitle: string;
  school: string;
}

/** The writer first, then those who have agreed to sign. A co-signer without a school of their own is at the writer’s. */
export function listSignatories(signer: SignerFields): Signatory[] {
  const writer = cleanSignatory(signer);
  const others = signer.coSigners.filter(({ agreed }) => agreed).map(cleanSignatory);
  return [
    writer,
    ...others
      .filter(({ fullName, jobTitle }) => fullName + jobTitle !== '')
      .map((other) => ({ ...other, school: other.school || writer.school })),
  ];
}

function cleanSignatory(person: { fullName: string; jobTitle: string; school?: string }): Signatory {
  return {
    fullName: cleanLine(person.fullName),
    jobTitle: cleanLine(person.jobTitle),
    school: cleanLine(person.school ?? ''),
  };
}

/**
 * Each school once, in the order of the signatures. None while the writer’s is missing: the others’ alone would say that the
 * writer works there.
 */
export function schoolsOf(signers: readonly Signatory[]): string[] {
  if (signers.some(({ school }) => school === '')) return [];
  const schools = new Map(signers.toReversed().map(({ school }) => [sameName(school), school]));
  return [...new Set(signers.map(({ school }) => schools.get(sameName(school)) ?? school))];
}

const MOST_NAMED = 4;

/**
 * Who several signers are: "headteachers of A and B", "headteacher and SENCO of A". Null if a job title is missing, or if
 * there are too many people for one sentence.
 */
export function describeRoles(signers: readonly Signatory[]): string | null {
  const schools = schoolsOf(signers);
  const jobs = signers.map(({ jobTitle }) => lowerJobTitle(jobTitle));
  const isPlain = jobs.every((job) => job !== '' && !/[,;/&]| and /.test(job));
  if (!isPlain || schools.length === 0 || signers.length > MOST_NAMED) return null;
  const [first = ''] = jobs;
  if (jobs.every((job) => job === first)) return `${pluralise(first)} of ${joinWithAnd(schools)}`;
  const parts = schools.map((school) => {
    const here = jobs.filter((_, at) => sameName(signers[at]?.school ?? '') === sameName(school));
    const names = [...new Set(here)].map((job) =>
      here.filter((one) => one === job).length > 1 ? pluralise(job) : job,
    );
    return { words: `${joinWithAnd(names)} of ${school}`, isList: names.length > 1 };
  });
  const words = parts.map((part) => part.words);
  // "head and deputy of A, and head of B": without the comma it is not clear who is where.
  return parts.some(({ isList }) => isList) ? words.join(', and ') : joinWithAnd(words);
}

/** Words of job titles that are no names. A title in capitals is lowered, too; "SENCO" and "EYFS" are not in the list. */
const LOWERED =
  /\b(?:Co-?|Acting|Interim|Associate|Assistant|Deputy|Executive|Vice|Senior|Joint|Head|Heads?teacher|Headmaster|Headmistress|Principal|Teacher|Teaching|Learning|Studies|Pupil Premium|School|Infant|Junior|Primary|Nursery|Class|Phase|Sixth Form|Business|Office|Site|Premises|Finance|Inclusion|Pastoral|Curriculum|Attendance|Designated|Safeguarding|Manager|Leader|Lead|Director|Officer|Governor|Chief|Chair|Practitioner|Coordinator|Co-ordinator|Administrator|Secretary|Bursar|Caretaker|Mentor|Coach|Staff|Charge)s?\b/gi;

/** Job titles are in lower case in a sentence, but "SENCO" and "Head of English" keep their names. */
export function lowerJobTitle(jobTitle: string): string {
  return jobTitle.replace(LOWERED, (word) => word.toLowerCase());
}

/** "heads of school", "deputy heads (pastoral)", "SENCOs". */
function pluralise(job: string): string {
  return job.replace(/^(.*?)(?=$| (?:of|for|in|with)\b| \(| [-–—] )/, (noun) => {
    // "Co-headteachers" is typed as a plural; "staff" has none.
    if (/[^s]s$|\bstaff$/i.test(noun)) return noun;
    if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
    return /(?:ss|x|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
  });
}
