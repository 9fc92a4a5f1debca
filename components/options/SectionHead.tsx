import { useEffect } from 'react';
import { detach } from '../../lib/failure/failure';
import { saveAll } from '../../lib/options/saving';
import { useDetails } from '../../lib/options/store';
import { Notice } from '../ui/Notice';

/** Id of the section’s title, which takes the focus when the section is opened or the focused control is removed. */
export const SECTION_TITLE = 'section-title';

/** Names the window after what it shows. Never a name or a record: the browser's history and the window list show it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Dear Employer`;
  }, [title]);
}

interface SectionHeadProps {
  title: string;
  lead?: string;
  /** Names the window where the title may be a name that the user gave. */
  windowTitle?: string;
  onRetry?: () => void;
}

/** Title and purpose of a section, and what could not be saved. */
export function SectionHead({
  title,
  lead,
  windowTitle = title,
  onRetry = () => detach(saveAll()),
}: SectionHeadProps) {
  const saving = useDetails((details) => details.saving);
  useTitle(windowTitle);
  return (
    <>
      <h2 id={SECTION_TITLE} tabIndex={-1}>
        {title}
      </h2>
      {lead && <p className="lead">{lead}</p>}
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
    </>
  );
}
