import { detach } from '../../lib/failure/failure';
import { usePopupStore } from '../../lib/popup/store';
import { formatDate } from '../../lib/letter/dates';
import type { LetterTemplate } from '../../lib/letter/model';
import { choose, tickCopy } from '../../lib/popup/choices';
import type { Choices } from '../../lib/storage/choices';
import type { Employer } from '../../lib/storage/schema';
import type { FirstLetter } from '../../lib/writing/inputs';
import { describeRecipient, recipientEmail } from '../../lib/writing/recipients';
import { Copies, Membership } from '../letterOptions/LetterOptions';
import { Tick } from '../ui/RowControls';

interface AlsoFillInProps {
  letter: LetterTemplate;
  choices: Choices;
  employer: Employer | null;
  /** The first letter, if this letter can bring it along. */
  firstLetter: FirstLetter | null;
}

/** What is filled in besides the letter, and whether it tells of a membership. Only ticked copies are filled in. */
export function AlsoFillIn({ letter, choices, employer, firstLetter }: AlsoFillInProps) {
  const popup = usePopupStore();
  return (
    <div role="group" aria-label="Also fill in">
      <Tick
        label="Fill in the subject"
        checked={choices.fillSubject}
        onChange={(fillSubject) => detach(choose(popup, { fillSubject }))}
      />
      <Tick
        label="Address it to my employer"
        hint={describeRecipient(recipientEmail(letter, employer), 'To')}
        checked={choices.address}
        onChange={(address) => detach(choose(popup, { address }))}
      />
      <Copies
        choices={choices}
        employer={employer}
        onTick={(copyId, ticked) => detach(tickCopy(popup, copyId, ticked))}
      />
      {firstLetter && (
        <Tick
          label={`Attach my letter of ${formatDate(firstLetter.sentOn)}`}
          checked={choices.attachFirstLetter}
          onChange={(attachFirstLetter) => detach(choose(popup, { attachFirstLetter }))}
        />
      )}
      <Tick
        label="Attach a Word copy"
        checked={choices.attachWord}
        onChange={(attachWord) => detach(choose(popup, { attachWord }))}
      />
      <Membership choices={choices} onChoose={(patch) => detach(choose(popup, patch))} />
    </div>
  );
}
