import type { CoSigner } from '../../../lib/storage/schema';
import { CheckField } from '../../ui/CheckField';
import { TextField } from '../../ui/TextField';
import type { ItemList } from '../form';

/** People signing with the user. The letter names only those who have read it and agreed. */
export function CoSigners({ people }: { people: ItemList<CoSigner> }) {
  return (
    <>
      <h3>People signing with you</h3>
      <p className="field-hint">{coSignersHint(people.items)}</p>
      {people.items.map((person, at) => (
        <Person
          key={person.id}
          person={person}
          number={at + 1}
          onEdit={(patch) => people.edit(person.id, patch)}
          onRemove={() => people.remove(person.id)}
        />
      ))}
      <button type="button" className="button" id="coSigners" onClick={people.add}>
        Add a person signing with you
      </button>
    </>
  );
}

interface PersonProps {
  person: CoSigner;
  number: number;
  onEdit: (patch: Partial<Omit<CoSigner, 'id'>>) => void;
  onRemove: () => void;
}

function Person({ person, number, onEdit, onRemove }: PersonProps) {
  const id = `person-${person.id}`;
  return (
    <fieldset className="line">
      <legend className="visually-hidden">Person {number} signing with you</legend>
      <div className="grid">
        <TextField
          id={`${id}-name`}
          label="Their name"
          value={person.fullName}
          onChange={(fullName) => onEdit({ fullName })}
        />
        <TextField
          id={`${id}-job`}
          label="Their job title"
          value={person.jobTitle}
          onChange={(jobTitle) => onEdit({ jobTitle })}
        />
        <TextField
          id={`${id}-school`}
          label="Their school, if another"
          value={person.school}
          onChange={(school) => onEdit({ school })}
        />
      </div>
      <div className="line-end">
        <CheckField
          id={`${id}-agreed`}
          label="Has read and agreed"
          checked={person.agreed}
          onChange={(agreed) => onEdit({ agreed })}
        />
        <button type="button" className="button-link" onClick={onRemove}>
          Remove {person.fullName || `person ${number}`}
        </button>
      </div>
    </fieldset>
  );
}

function coSignersHint(people: readonly CoSigner[]): string {
  const agreed = people.filter((person) => person.agreed).length;
  if (agreed > 0) return `The letter says “we” and is signed by ${agreed + 1} people.`;
  if (people.length > 0) return 'Nobody has agreed yet, so the letter says “I” and you alone sign it.';
  return 'For a letter from several leaders. It then says “we” instead of “I”.';
}
