import { useState } from 'react';
import { type PointId, pointIds, points } from '../../lib/answers/sayings';
import { Tick } from '../ui/RowControls';

/** For an answer in an attachment, which only the user can open: what is in it, with nothing ticked beforehand. */
export function FoundPoints({ onDone }: { onDone: (found: PointId[]) => void }) {
  const [found, setFound] = useState<readonly PointId[]>([]);
  const missing = pointIds.filter((id) => !found.includes(id));
  return (
    <>
      <p>Open it, then tick what you found:</p>
      <div className="answer-ticks" role="group" aria-label="What you found in the attachment">
        {pointIds.map((id) => (
          <Tick
            key={id}
            label={points[id]}
            checked={found.includes(id)}
            onChange={(ticked) => setFound(ticked ? [...found, id] : found.filter((other) => other !== id))}
          />
        ))}
      </div>
      <button type="button" className="go" onClick={() => onDone([...found])}>
        {missing.length === 0
          ? 'Thank them and note what was agreed'
          : `Ask for what is missing (${missing.length})`}
      </button>
    </>
  );
}
