import type { SetAside } from '../../../lib/details/setAside';
import type { SaveFile } from '../browserSide';

/** Records that could not be read: kept as they were found, and never in the way of the good ones. */
export function SetAsidePanel({ setAside, saveFile }: { setAside: readonly SetAside[]; saveFile: SaveFile }) {
  if (setAside.length === 0) return null;
  const isOne = setAside.length === 1;
  return (
    <div className="card">
      <h3>Set aside</h3>
      <p>
        {isOne ? 'One record' : `${setAside.length} records`} could not be read, because{' '}
        {isOne ? 'it is' : 'they are'} damaged or {isOne ? 'was' : 'were'} saved by a later version.
        Everything else is as it was. The file holds what was found, for somebody who can mend it.
      </p>
      <button
        type="button"
        className="button"
        onClick={() =>
          saveFile('Dear Employer set aside.json', JSON.stringify(setAside, null, 2), 'application/json')
        }
      >
        Save what was set aside
      </button>
    </div>
  );
}
