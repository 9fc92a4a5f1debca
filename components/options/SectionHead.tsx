import { saveAll } from '../../lib/details/saving';
import { useDetails } from '../../lib/details/store';
import { Notice } from '../ui/Notice';
import { SavedStatus } from './form/SavedStatus';
import { UndoBar } from './records/UndoBar';

/** For the focus, where what had it goes away. */
export const SECTION_TITLE = 'section-title';

interface SectionHeadProps {
  title: string;
  lead: string;
  onRetry?: () => void;
}

/** Title, what the section is for, and how saving and deleting went. */
export function SectionHead({ title, lead, onRetry = () => void saveAll() }: SectionHeadProps) {
  const saving = useDetails((details) => details.saving);
  const undo = useDetails((details) => details.undo);
  return (
    <>
      <div className="section-head">
        <h2 id={SECTION_TITLE} tabIndex={-1}>
          {title}
        </h2>
        <SavedStatus saving={saving} />
      </div>
      <p className="lead">{lead}</p>
      {typeof saving === 'object' && (
        <div className="trouble" role="alert">
          <Notice tone="warn">
            <p>{saving.failed}</p>
            <button type="button" className="button" onClick={onRetry}>
              Try again
            </button>
          </Notice>
        </div>
      )}
      <UndoBar undo={undo} />
    </>
  );
}
