import type { CoSigner, FieldsOf } from '../../../lib/details/schema';
import { CheckField } from '../../ui/CheckField';
import { TextField } from '../../ui/TextField';
import type { Form, OfferUndo } from '../form/form';
import { insertAt, removeById, replaceById } from '../form/lists';

interface CoSignersProps {
  form: Form<FieldsOf<'signer'>>;
  offerUndo: OfferUndo;
  newId: () => string;
}

/** People signing with you. Only those who have read the letter and agreed are named in it. */
export function CoSigners({ form, offerUndo, newId }: CoSignersProps) {
  const people = form.value.coSigners;
  const change = (person: CoSigner) => form.update('coSigners', (now) => replaceById(now, person));
  const remove = (person: CoSigner, place: number) => {
    form.update('coSigners', (now) => removeById(now, person.id));
    offerUndo(`${person.fullName || 'That person'} no longer signs with you.`, () =>
      form.update('coSigners', (now) => insertAt(now, place, person)),
    );
  };
  const add = () =>
    form.update('coSigners', (now) => [...now, { id: newId(), fullName: '', jobTitle: '', agreed: false }]);
  return (
    <>
      <h3>People signing with you</h3>
      <p className="field-hint">{explainJoint(people)}</p>
      {form.trouble('coSigners') && (
        <p className="field-error" role="alert">
          {form.trouble('coSigners')}
        </p>
      )}
      {people.map((person, place) => (
        <Person
          key={person.id}
          person={person}
          place={place + 1}
          onChange={change}
          onRemove={() => remove(person, place)}
        />
      ))}
      <button type="button" className="button" onClick={add}>
        Add a person signing with you
      </button>
    </>
  );
}

interface PersonProps {
  person: CoSigner;
  place: number;
  onChange: (person: CoSigner) => void;
  onRemove: () => void;
}

function Person({ person, place, onChange, onRemove }: PersonProps) {
  const id = (part: string) => `person-${person.id}-${part}`;
  return (
    <fieldset className="line">
      <legend className="visually-hidden">Person {place} signing with you</legend>
      <div className="grid">
        <TextField
          id={id('name')}
          label="Their name"
          value={person.fullName}
          onChange={(fullName) => onChange({ ...person, fullName })}
        />
        <TextField
          id={id('job')}
          label="Their job title"
          value={person.jobTitle}
          onChange={(jobTitle) => onChange({ ...person, jobTitle })}
        />
      </div>
      <div className="line-end">
        <CheckField
          id={id('agreed')}
          label="Has read and agreed"
          checked={person.agreed}
          onChange={(agreed) => onChange({ ...person, agreed })}
        />
        <button type="button" className="button-link" onClick={onRemove}>
          Remove {person.fullName || `person ${place}`}
        </button>
      </div>
    </fieldset>
  );
}

function explainJoint(people: readonly CoSigner[]): string {
  const agreed = people.filter((person) => person.agreed).length;
  if (agreed > 0) return `The letter says “we” and is signed by ${agreed + 1} people.`;
  if (people.length > 0) return 'Nobody has agreed yet, so the letter says “I” and you alone sign it.';
  return 'For a letter from several leaders. It then says “we” instead of “I”.';
}
