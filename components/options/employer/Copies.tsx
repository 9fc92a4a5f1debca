import type { Copy } from '../../../lib/storage/schema';
import { TextField } from '../../ui/TextField';
import { CheckedField, checkRecipient } from '../../ui/CheckedField';
import type { ItemList } from '../form';

/** People who can be copied in. The user ticks them for each letter. */
export function Copies({ copies }: { copies: ItemList<Copy> }) {
  return (
    <>
      <h3>Copies</h3>
      <p className="field-hint">
        Nobody is copied in unless you tick them for that letter. Think twice before copying your union: the
        address shows your employer that you are a member.
      </p>
      {copies.items.map((copy, at) => (
        <CopyLine
          key={copy.id}
          copy={copy}
          number={at + 1}
          onEdit={(patch) => copies.edit(copy.id, patch)}
          onRemove={() => copies.remove(copy.id)}
        />
      ))}
      <button type="button" className="button" onClick={copies.add}>
        Add a copy
      </button>
    </>
  );
}

interface CopyLineProps {
  copy: Copy;
  number: number;
  onEdit: (patch: Partial<Omit<Copy, 'id'>>) => void;
  onRemove: () => void;
}

function CopyLine({ copy, number, onEdit, onRemove }: CopyLineProps) {
  const id = `copy-${copy.id}`;
  return (
    <fieldset className="line">
      <legend className="visually-hidden">Copy {number}</legend>
      <div className="grid">
        <TextField
          id={`${id}-name`}
          label="Name or role"
          value={copy.name}
          onChange={(name) => onEdit({ name })}
        />
        <CheckedField
          id={`${id}-email`}
          label="Their email"
          type="email"
          check={checkRecipient}
          value={copy.email}
          onChange={(email) => onEdit({ email })}
        />
      </div>
      <div className="line-end">
        <button type="button" className="button-link" onClick={onRemove}>
          Remove {copy.name || `copy ${number}`}
        </button>
      </div>
    </fieldset>
  );
}
