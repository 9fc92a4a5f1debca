import type { EmployerProposal } from '../../../lib/employer/employment';
import type { Employer } from '../../../lib/storage/schema';
import type { Standing } from '../../../lib/employer/proposal';

/** Whom the letters go to or would go to, and why. `organisation` is the name typed for a new employer. */
export function proposalSentences(
  standing: Standing,
  proposal: EmployerProposal,
  organisation: string,
): { lead: string; rest: string } {
  const { reason } = proposal;
  if (standing.is === 'another') return { lead: suggestionSentence(proposal, organisation), rest: reason };
  const lead = presentSentence(standing.employer);
  switch (standing.is) {
    case 'followed':
      return { lead, rest: reason };
    case 'own choice':
      return { lead, rest: `You have chosen that yourself${insteadOf(proposal)}. ${reason}` };
    case 'behind':
      return { lead, rest: `${changeSentence(standing.changes, proposal)} ${reason}` };
  }
}

function suggestionSentence({ kind, role }: EmployerProposal, organisation: string): string {
  const name =
    inSentence(organisation) ||
    {
      council: 'your council',
      'academy-trust': 'the trust',
      'governing-body': 'the governing body',
      other: 'whoever your contract is with',
    }[kind];
  return role === '' ? `We suggest ${name}.` : `We suggest ${name}, addressed to the ${role}.`;
}

function presentSentence({ organisation, title, firstName, lastName, role }: Employer): string {
  const person = lastName ? [title, firstName, lastName].filter(Boolean).join(' ') : role && `the ${role}`;
  return person
    ? `Your letters go to ${inSentence(organisation)}, addressed to ${person}.`
    : `Your letters go to ${inSentence(organisation)}.`;
}

function insteadOf({ role }: EmployerProposal): string {
  return role === '' ? '' : `; we would suggest the ${role}`;
}

function changeSentence(changes: Partial<Employer>, { role }: EmployerProposal): string {
  if (changes.role !== undefined)
    return role === '' ? 'We suggest nobody in particular.' : `We suggest the ${role}.`;
  const others = [
    changes.copies && 'other people to copy in',
    changes.nextPersonUp !== undefined && 'another next person up',
  ].filter(Boolean);
  return `We suggest ${others.join(' and ')}; what you have typed stays.`;
}

/** "the Governing Body of Mill School", but "Kent County Council". */
function inSentence(organisation: string): string {
  return organisation.replace(/^Governing Body\b/i, 'the $&');
}
