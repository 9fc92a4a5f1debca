import { chooseDraftKey, chooseEmployer, chooseLetter, chooseSigner } from '../../lib/popup/chooseActions';
import { listLetters } from '../../lib/writing/letters';
import { lettersOnDemand } from '../../lib/writing/lettersOnDemand';
import { usePopup } from '../../lib/popup/popupStore';
import { ChoiceRow } from './ChoiceRow';
import { WhichEmail } from './WhichEmail';

/** The three choices every letter needs, and which email when several are open. */
export function Choices() {
  const { index, letter, choices, where, draftKey } = usePopup();
  const drafts = where.state === 'looked' ? where.drafts : [];
  return (
    <>
      <ChoiceRow
        label="Letter"
        value={letter.id}
        choices={listLetters(index, lettersOnDemand).map(({ id, title }) => ({ value: id, label: title }))}
        placeholder="Choose a letter"
        onChange={(id) => void chooseLetter(id)}
      />
      <ChoiceRow
        label="Who is signing"
        value={choices.signerId}
        choices={index.signers.map(({ id, name, school }) => ({
          value: id,
          label: [name, school].filter(Boolean).join(', ') || 'Not named yet',
        }))}
        placeholder="Nobody saved yet"
        onChange={(id) => void chooseSigner(id)}
      />
      <ChoiceRow
        label="Your employer"
        value={choices.employerId}
        choices={index.employers.map(({ id, name }) => ({ value: id, label: name || 'Not named yet' }))}
        placeholder="None saved yet"
        onChange={(id) => void chooseEmployer(id)}
      />
      {drafts.length > 1 && (
        <WhichEmail drafts={drafts} chosen={draftKey} onChoose={(key) => void chooseDraftKey(key)} />
      )}
    </>
  );
}
