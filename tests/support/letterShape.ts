import {
  type EmployerKind,
  type LetterDocument,
  type LetterTemplate,
  listRequests,
} from '../../lib/letter/model';
import { blockTexts, inlineText } from '../../lib/letter/render/text';
import { rawText } from './claimRules';
import { letterText, ownWords, type Fault } from './letterRules';

/** Rules that a letter must follow with any ticks, any kind of employer and any number of signers. */

/** A request may be the only one, or be inserted alone, so it must not refer to another request. */
export function checkStandsAlone(letter: LetterTemplate): Fault[] {
  const pointing =
    /\b(before|until|by|since) then\b|\b(that|this|the same) (person|date|officer|contact|measure|support)\b|\b(as|the) above\b|\b(latter|former)\b|\b(request|point|number|item) \d/i;
  return listRequests(letter).flatMap(({ id, content }) => {
    const found = pointing.exec(rawText(content));
    return found ? [`the request “${id}” says “${found[0]}”, but may stand alone`] : [];
  });
}

/**
 * The number of requests depends on the ticks, so only `{{request count}}`, `{{all requests}}` and `{{the requests}}`
 * may state it.
 */
export function checkCounts(sections: ReadonlyMap<string, string>): Fault[] {
  const counted =
    /\b(one|two|three|four|five|six|both|all|these|those|several)( of (my|our|the|these|those))?( \w+)? (requests|points|questions)\b/i;
  return [...sections].flatMap(([where, text]) => {
    const found = counted.exec(text);
    return found ? [`${where}: “${found[0]}” does not follow the ticks`] : [];
  });
}

const otherEmployers = {
  council: /\b(trusts?|trustees|governing (body|board)|governors|charity|proprietor|diocese)\b/i,
  'academy-trust': /\b(councils?|local authority|governing (body|board)|governors|charity|proprietor)\b/i,
  'governing-body': /\b(councils?|trusts?|trustees|local authority|charity|proprietor)\b/i,
  other: /\b(councils?|trusts?|trustees|governing (body|board)|governors|local authority)\b/i,
} as const satisfies Record<EmployerKind, RegExp>;

/** No letter names the employer of another kind, except to say that it is not the employer. */
export function checkEmployer(doc: LetterDocument, kind: EmployerKind): Fault[] {
  return checkEmployerNamed(letterText(doc), kind);
}

export function checkEmployerNamed(text: string, kind: EmployerKind): Fault[] {
  const found = otherEmployers[kind].exec(text.replace(/; [^;.]* is not\./g, '.'));
  return found ? [`“${found[0]}” in a letter to ${kind}`] : [];
}

/** Co-signers may not be union members: only the signer chose to mention a membership. */
export function checkMembership(doc: LetterDocument, signed: 'single' | 'joint'): Fault[] {
  const found = /\b([Ww]e are|[Aa]s) (all )?members (?!of staff)|\b(our|us)\b[^.]{0,20}\bmembers of\b/.exec(
    letterText(doc),
  );
  return signed === 'joint' && found ? [`“${found[0]}” tells of people who did not choose to`] : [];
}

/** The tick for the union mentions membership only, so a letter must not say that the signer is taking advice. */
export function checkNothingDone(doc: LetterDocument): Fault[] {
  const found =
    /\b(am|are|have been|is) (taking|seeking|getting|given|receiving) (its |their |legal )?advice\b/i.exec(
      ownWords(letterText(doc)),
    );
  return found ? [`“${found[0]}” may not be true of the writer`] : [];
}

/** Every signer's name is below the close. */
export function checkSignatures(doc: LetterDocument, people: readonly string[]): Fault[] {
  const blocks = doc.sections.flatMap((section) => section.blocks);
  const names = blocks.flatMap((block) =>
    block.type === 'lines' && block.signature ? [inlineText(block.lines[0] ?? [])] : [],
  );
  const close = blockTexts(doc).findIndex((line) => line.startsWith('Yours '));
  const first = blockTexts(doc).lastIndexOf(people[0] ?? '');
  return [
    ...(names.join() === people.join()
      ? []
      : [`signed by “${names.join(', ')}”, not “${people.join(', ')}”`]),
    ...(close >= 0 && close < first ? [] : ['the close is not above the signatures']),
  ];
}

const authors =
  'NAHT|Ofsted|[Aa]ssessment|Executive|HSE|[Gg]overnment|[Uu]nion|Department for Education|Mc Brearty|Schools Week';
const telling =
  'found|wrote|called|recommended|described|told|said|commissioned|agreed to (?:join|add)|had addressed|argued|insisted|concluded|noted|stated|thought|believed|felt|objected|criticised|welcomed|urged|advised|announced|admitted|accepted|warned';
const view = new RegExp(
  `\\b(?:${authors}|[Ii]t)\\b[^.]*\\b(?:${telling})\\b|\\bAccording to (?:the )?(?:${authors})\\b|\\b(?:${authors})’s? (?:view|position|opinion)\\b`,
);
const present = new RegExp(
  `\\b(?:${authors}|[Ii]t)( also)? (finds|says|puts|calls (?:it|the|this)|writes|warns|thinks|believes|states|recommends|describes|adds|goes on|argues|insists|concludes|notes|advises|holds|wants|calls for|is clear|is of the view|agrees|considers|remains)\\b`,
);
const month =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/;

/** A paragraph that quotes a body or reports its view must say when, because the body may have changed its view since. */
export function checkDated(text: string): Fault[] {
  const tells = text.includes('“') || view.test(text);
  const now = present.exec(ownWords(text));
  return [
    ...(tells && !month.test(text) ? ['a quotation or a report of a view without month and year'] : []),
    ...(now ? [`“${now[0]}” is in the present tense`] : []),
  ];
}

/** Markdown or HTML marks that the format does not know would show in the letter as typed. */
export function checkMarks(doc: LetterDocument): Fault[] {
  const marks = /^([*+•#>|]|\d+[.)]) |\*\*|__|\]\(|<\/?[a-z]|https?:|www\.|[{}]|:::|&[a-z]+;| {2}/im;
  const found = marks.exec(letterText(doc));
  return found ? [`“${found[0]}” is left in the letter`] : [];
}

/** Titles, labels and “when” lines are shown in the popup, so they must be plain and calm. */
export function checkLabels(letter: LetterTemplate): Fault[] {
  const labels = [
    letter.title,
    letter.when,
    ...letter.sections.map(({ title }) => title),
    ...listRequests(letter).map(({ title }) => title),
  ];
  return labels.flatMap((label) => {
    const found = /[!"'{}]|\bclick here\b|\bplease note\b|\.\./i.exec(label);
    return found ? [`“${found[0]}” in “${label}”`] : [];
  });
}
