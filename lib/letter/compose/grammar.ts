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

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
