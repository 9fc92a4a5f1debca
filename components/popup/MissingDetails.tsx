import type { MissingDetail } from '../../lib/letter/model';

/** Each missing detail is a link to the field that is missing; none of them blocks the letter. */
export function MissingDetails(props: { missing: MissingDetail[]; onOpen: (detail: MissingDetail) => void }) {
  if (props.missing.length === 0) return null;
  return (
    <div className="missing">
      <p id="missing-title">
        Missing details <span className="soft">marked in the letter; it still goes in</span>
      </p>
      <ul aria-label="Missing details">
        {props.missing.map((detail) => (
          <li key={detail.field}>
            <a
              href={`#${detail.field}`}
              onClick={(event) => {
                event.preventDefault();
                props.onOpen(detail);
              }}
            >
              {detail.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
