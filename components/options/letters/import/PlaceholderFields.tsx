import { fieldPrompt, isFieldName, type FieldName } from '../../../../lib/letter/compose/fields';
import type { LetterFacts } from '../../../../lib/import/toMarkdown';
import { SelectField } from '../../../ui/SelectField';

/** More places than anyone fills in here; they stay as they are typed. */
const SHOWN = 30;

/** The saved details that can stand inside a sentence. */
const offered = [
  'full name',
  'job title',
  'school',
  'school address',
  'school postcode',
  'phone',
  'email',
  'addressee',
  'contact',
  'contact role',
  'employer',
  'employer address',
  'employer postcode',
  'next person up',
  'today',
  'reply date',
] as const satisfies FieldName[];

interface PlaceholderFieldsProps {
  /** As they stand in the wording: “[name of school]”. */
  places: readonly string[];
  fills: LetterFacts['fills'];
  onFill: (place: string, field: FieldName | undefined) => void;
}

/** A ready-made letter has places to fill in: which saved detail belongs in each is for the user to say. */
export function PlaceholderFields({ places, fills, onFill }: PlaceholderFieldsProps) {
  if (places.length === 0) return null;
  return (
    <div className="grid-after" role="group" aria-labelledby="places-title">
      <div className="field-label" id="places-title">
        Places to fill in
      </div>
      <div className="field-hint">Each can take one of your saved details, or stay as it is typed.</div>
      <div className="grid">
        {places.slice(0, SHOWN).map((place, at) => (
          <SelectField
            key={place}
            id={`place-${at}`}
            label={place}
            value={fills[place] ?? ''}
            options={[
              { value: '', label: 'Leave it as it is' },
              ...offered.map((field) => ({ value: field, label: fieldPrompt(field) })),
            ]}
            onChange={(field) => onFill(place, isFieldName(field) ? field : undefined)}
          />
        ))}
      </div>
    </div>
  );
}
