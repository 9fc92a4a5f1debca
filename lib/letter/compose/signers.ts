import type { SignerFields } from '../model';
import { cleanLine, sameName } from '../text';
import { joinWithAnd } from './grammar';

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
