import { type Employer, emptyFields, type Signer } from '../../../lib/storage/schema';
import type { IsoDate, LetterContext } from '../../../lib/letter/model';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../../../lib/letter/workingDays';

/** A letter as it comes: its own ticks, nothing written, nobody copied in. */
export function previewContext(
  signer: Signer | undefined,
  employer: Employer | undefined,
  today: IsoDate,
): LetterContext {
  return {
    signer: signer ?? emptyFields.signer,
    employer: employer ?? emptyFields.employer,
    today,
    choices: {
      requests: null,
      ownParagraph: '',
      replyBy: addWorkingDays(today, DEFAULT_WORKING_DAYS).date,
      mentionUnion: false,
      leaveOutStrongest: false,
      copies: [],
      enclosure: false,
      answers: {},
    },
  };
}
