import type { Copy, FieldsOf } from '../../../lib/details/schema';
import { TextField } from '../../ui/TextField';
import { checkEmail } from '../form/checks';
import type { Form, OfferUndo } from '../form/form';
import { insertAt, removeById, replaceById } from '../form/lists';

interface CopiesProps {
  form: Form<FieldsOf<'employer'>>;
  offerUndo: OfferUndo;
  newId: () => string;
}

/** People who may be copied in. Each is ticked, or not, when a letter is written. */
export function Copies({ form, offerUndo, newId }: CopiesProps) {
  const change = (copy: Copy) => form.update('copies', (now) => replaceById(now, copy));
  const remove = (copy: Copy, place: number) => {
    form.update('copies', (now) => removeById(now, copy.id));
    offerUndo(`${copy.name || 'That person'} is no longer proposed for a copy.`, () =>
      form.update('copies', (now) => insertAt(now, place, copy)),
    );
  };
  const add = () => form.update('copies', (now) => [...now, { id: newId(), name: '', email: '' }]);
  return (
    <>
      <h3>Copies</h3>
      <p className="field-hint">
        Nobody is copied in unless you tick them for that letter. Think twice before copying your union: the
        address shows your employer that you are a member.
      </p>
      {form.trouble('copies') && (
        <p className="field-error" role="alert">
          {form.trouble('copies')}
        </p>
      )}
      {form.value.copies.map((copy, place) => (
        <CopyLine
          key={copy.id}
          copy={copy}
          place={place + 1}
          onChange={change}
          onRemove={() => remove(copy, place)}
        />
      ))}
      <button type="button" className="button" onClick={add}>
        Add a copy
      </button>
    </>
  );
}

interface CopyLineProps {
  copy: Copy;
  place: number;
  onChange: (copy: Copy) => void;
  onRemove: () => void;
}

function CopyLine({ copy, place, onChange, onRemove }: CopyLineProps) {
  return (
    <fieldset className="line">
      <legend className="visually-hidden">Copy {place}</legend>
      <div className="grid">
        <TextField
          id={`copy-${copy.id}-name`}
          label="Name or role"
          value={copy.name}
          onChange={(name) => onChange({ ...copy, name })}
        />
        <TextField
          id={`copy-${copy.id}-email`}
          label="Their email"
          type="email"
          error={checkEmail(copy.email)}
          value={copy.email}
          onChange={(email) => onChange({ ...copy, email })}
        />
      </div>
      <div className="line-end">
        <button type="button" className="button-link" onClick={onRemove}>
          Remove {copy.name || `copy ${place}`}
        </button>
      </div>
    </fieldset>
  );
}
