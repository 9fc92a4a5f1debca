import { useState } from 'react';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { IsoDate } from '../../../lib/letter/model';
import type { SaveFile } from '../browserSide';

interface RiskFormProps {
  signer: Signer | undefined;
  employer: Employer | undefined;
  today: IsoDate;
  saveFile: SaveFile;
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The form that an employer’s assessor fills in. */
export function RiskForm({ signer, employer, today, saveFile }: RiskFormProps) {
  const [outcome, setOutcome] = useState('');
  const save = async () => {
    const [{ renderRiskForm }, { toFileName }] = await Promise.all([
      import('../../../lib/word/riskForm'),
      import('../../../lib/word/fileName'),
    ]);
    const school = signer?.school ?? '';
    const bytes = await renderRiskForm({ date: today, employer: employer?.organisation ?? '', school });
    saveFile(toFileName(`${today} Risk assessment form – ${school}`), new Uint8Array(bytes), WORD_TYPE);
    setOutcome('The form is among your downloads.');
  };
  return (
    <div className="card">
      <h3>Risk assessment form</h3>
      <p>
        A Word form for your employer’s assessor: the phases of an inspection, the hazards in each, example
        controls to consider, and room to write. You may offer it; the assessment is your employer’s to make.
      </p>
      <button type="button" className="button" onClick={() => void save()}>
        Download the form as Word
      </button>
      <p role="status">{outcome}</p>
    </div>
  );
}
