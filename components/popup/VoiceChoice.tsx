import { type Voice, voices } from '../../lib/letter/model';
import { choose } from '../../lib/popup/choices';
import { usePopup } from '../../lib/popup/store';
import { composeFrom } from '../../lib/writing/compose';
import { Fold } from '../ui/Disclosure';
import { RadioRows } from '../ui/RowControls';

const voiceLabels: Record<Voice, string> = {
  full: 'NAHT’s words in full',
  softer: 'Softer',
  'without NAHT': 'Do not mention NAHT',
};

/** Whether and how the letter uses NAHT’s words. Not shown for a letter that reads the same in every voice, unless the user must be able to change it back. */
export function VoiceChoice() {
  const state = usePopup();
  const { choices, warnAboutMailbox } = state;
  const texts = voices.map((voice) =>
    JSON.stringify(composeFrom({ ...state, choices: { ...choices, voice } }).sections),
  );
  if (new Set(texts).size === 1 && choices.voice !== 'without NAHT') return null;
  return (
    <Fold title="Voice" value={voiceLabels[choices.voice]} open={warnAboutMailbox}>
      <RadioRows
        label="Voice"
        options={voices.map((value) => ({ value, label: voiceLabels[value] }))}
        chosen={choices.voice}
        onChoose={(voice) => void choose({ voice })}
      />
      <p className="hint">Softer leaves out NAHT’s strongest sentences.</p>
    </Fold>
  );
}
