import { useState } from 'react';
import { dropSetAside } from '../../../lib/details/actions';
import type { SetAside } from '../../../lib/storage/repair';
import type { SaveFile } from '../browserSide';

/** Records that could not be read: kept as they were found, and never in the way of the good ones. */
export function SetAsidePanel({ setAside, saveFile }: { setAside: readonly SetAside[]; saveFile: SaveFile }) {
  const [saved, setSaved] = useState<readonly SetAside[]>([]);
  if (setAside.length === 0) return null;
  const isOne = setAside.length === 1;
  const save = () => {
    saveFile('Dear Employer set aside.json', JSON.stringify(setAside, null, 2), 'application/json');
    setSaved(setAside);
  };
  return (
    <div className="card">
      <h3>Set aside</h3>
      <p>
        {isOne ? 'One record' : `${setAside.length} records`} could not be read, because{' '}
        {isOne ? 'it is' : 'they are'} damaged or {isOne ? 'was' : 'were'} saved by a later version.
        Everything else is as it was. The file holds what was found, for somebody who can mend it.
      </p>
      <button type="button" className="button" onClick={save}>
        Save what was set aside
      </button>
      {/* Only what is in the file: more may have been set aside since. */}
      {saved === setAside && (
        <div className="grid-after">
          <p>When the file is among your downloads, {isOne ? 'it' : 'they'} need not stay here.</p>
          <button type="button" className="button button-danger" onClick={() => void dropSetAside()}>
            Delete what was set aside
          </button>
        </div>
      )}
    </div>
  );
}
