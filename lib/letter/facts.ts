import { cleanLine } from './clean';
import type { LetterContext, LetterTemplate, SignerFields } from './model';
import { readContact, readNextPersonUp, type Person } from './salutation';

/** Everything that fields and conditions are answered from. */
export interface LetterFacts {
  context: LetterContext;
  to: LetterTemplate['to'];
  addressee: Person;
  /** The writer first, then those who have agreed to sign with them. */
  signers: Signatory[];
  ticked: ReadonlySet<string>;
  /** How many requests stand in the letter after conditions and ticks. */
  requestCount: number;
}

interface Signatory {
  fullName: string;
  jobTitle: string;
}

export function gatherFacts(
  { to }: LetterTemplate,
  context: LetterContext,
  ticked: ReadonlySet<string>,
): LetterFacts {
  return {
    context,
    to,
    addressee: to === 'contact' ? readContact(context.employer) : readNextPersonUp(context.employer),
    signers: listSignatories(context.signer),
    ticked,
    requestCount: 0,
  };
}

function listSignatories(signer: SignerFields): Signatory[] {
  const coSigners = signer.coSigners.filter(({ agreed }) => agreed).map(cleanSignatory);
  return [
    cleanSignatory(signer),
    ...coSigners.filter(({ fullName, jobTitle }) => fullName + jobTitle !== ''),
  ];
}

function cleanSignatory({ fullName, jobTitle }: Signatory): Signatory {
  return { fullName: cleanLine(fullName), jobTitle: cleanLine(jobTitle) };
}
