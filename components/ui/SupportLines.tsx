/**
 * Shown next to the user’s own paragraph and for letters around an inspection, never in a letter.
 * The numbers are from the organisations’ public pages, November 2026.
 */
export function SupportLines() {
  return (
    <p className="support">
      If this is weighing on you: Education Support 08000 562 561 and Samaritans 116 123, day and night;
      Headrest, former heads who listen, headrestuk.co.uk; NAHT members, weekdays 9 to 5, 0300 30 30 333.
    </p>
  );
}
