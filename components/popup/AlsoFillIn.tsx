import type { Choices, Employer } from '../../lib/storage/schema';
import { choose, tickCopy } from '../../lib/popup/chooseActions';
import { Tick } from './Tick';

/** What goes in beside the letter, and two choices about its words. Nobody is copied in unless ticked. */
export function AlsoFillIn({ choices, employer }: { choices: Choices; employer: Employer | null }) {
  const copied = employer ? (choices.copies[employer.id] ?? []) : [];
  return (
    <div role="group" aria-label="Also fill in">
      <Tick
        label="Fill in the subject"
        checked={choices.fillSubject}
        onChange={(fillSubject) => void choose({ fillSubject })}
      />
      <Tick
        label="Address it to my employer"
        checked={choices.address}
        onChange={(address) => void choose({ address })}
      />
      {employer?.copies
        .filter((copy) => copy.name || copy.email)
        .map((copy) => (
          <Tick
            key={copy.id}
            label={`Copy to ${copy.name || copy.email}`}
            checked={copied.includes(copy.id)}
            onChange={(ticked) => void tickCopy(copy.id, ticked)}
          />
        ))}
      <Tick
        label="Attach a Word copy"
        checked={choices.attachWord}
        onChange={(attachWord) => void choose({ attachWord })}
      />
      <Tick
        label="Leave out NAHT’s strongest sentences"
        checked={choices.leaveOutStrongest}
        onChange={(leaveOutStrongest) => void choose({ leaveOutStrongest })}
      />
      <Tick
        label="Say that I am a member of NAHT"
        checked={choices.mentionUnion}
        onChange={(mentionUnion) => void choose({ mentionUnion })}
      />
    </div>
  );
}
