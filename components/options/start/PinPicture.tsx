import css from './start.module.css';
/** A browser’s toolbar: the puzzle piece, and under it the list in which the pin is beside our name. */
export function PinPicture() {
  return (
    <svg className={css.picture} viewBox="0 0 300 104" role="img" aria-labelledby="pin-picture-title">
      <title id="pin-picture-title">
        At the right of the address bar is a puzzle piece. Its list has “Dear Employer” with a pin beside it.
      </title>
      <rect className={css.bar} x="1" y="1" width="298" height="34" rx="8" />
      <rect className={css.field} x="12" y="9" width="196" height="18" rx="9" />
      <g className={css.target}>
        <circle cx="238" cy="18" r="14" />
        <path d="M231 14h4a3 3 0 1 1 6 0h4v4a3 3 0 1 1 0 6v0h-14z" />
      </g>
      <rect className={css.bar} x="112" y="44" width="187" height="52" rx="8" />
      <g className={css.envelope}>
        <rect x="124" y="62" width="22" height="15" rx="2" />
        <path d="M124 63l11 8 11-8" />
      </g>
      <text x="154" y="75">
        Dear Employer
      </text>
      <g className={css.target}>
        <circle cx="276" cy="70" r="14" />
        <path d="M271 63h10l-1.500 6 2.500 4h-12l2.500-4zM276 73v6" />
      </g>
    </svg>
  );
}
