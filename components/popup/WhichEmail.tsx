import type { FoundDraft } from '../../lib/writing/drafts';

/** Asked only when several emails are open in the tab. */
export function WhichEmail(props: {
  drafts: FoundDraft[];
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  return (
    <fieldset className="which-email" role="radiogroup" aria-label="Which email?">
      <legend aria-hidden="true">Which email?</legend>
      {props.drafts.map((draft, at) => (
        <label key={draft.key} className="tick">
          <input
            type="radio"
            name="which-email"
            checked={draft.key === props.chosen}
            onChange={() => props.onChoose(draft.key)}
          />
          <span>{describeDraft(draft, at)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function describeDraft(draft: FoundDraft, at: number): string {
  const name = draft.subjectText.trim() || `${draft.kind}, no subject`;
  return `${at + 1}. ${name}${draft.minimised ? ' (minimised)' : ''}${draft.focused ? ' (you were writing here)' : ''}`;
}
