import type { Comparison, Named } from '../../../lib/transfer/comparison';
import type { RecordKind } from '../../../lib/storage/schema';

interface ComparisonListProps {
  comparison: Comparison;
  /** Only a file that can replace everything says anything about what it does not hold. */
  showsOnlyHere: boolean;
}

/** What a file would do to the saved records, before anything is done. */
export function ComparisonList({ comparison, showsOnlyHere }: ComparisonListProps) {
  const { added, changed, same, onlyHere } = comparison;
  return (
    <dl className="comparison">
      <Group title="New" records={added} />
      <Group
        title="Changed"
        records={changed.map((one) => ({ ...one, name: `${nameOf(one)} (${sayFields(one.fields)})` }))}
      />
      <Group title="The same as here" records={same} />
      <Group title="Saved here and not in the file" records={showsOnlyHere ? onlyHere : []} />
    </dl>
  );
}

function Group({ title, records }: { title: string; records: readonly Named[] }) {
  if (records.length === 0) return null;
  return (
    <>
      <dt>
        {title}: {records.length}
      </dt>
      <dd>
        <details>
          <summary>{countKinds(records)}</summary>
          <ul>
            {records.map((one) => (
              <li key={`${one.kind} ${one.id}`}>{nameOf(one)}</li>
            ))}
          </ul>
        </details>
      </dd>
    </>
  );
}

const kindNames = {
  signer: ['signer', 'signers'],
  employer: ['employer', 'employers'],
  letter: ['letter of your own', 'letters of your own'],
  sent: ['sent letter', 'sent letters'],
} as const satisfies Record<RecordKind, readonly [string, string]>;

/** "2 signers, 1 employer". */
function countKinds(records: readonly Named[]): string {
  const counts = Object.entries(kindNames).map(([kind, [one, many]]) => {
    const count = records.filter((record) => record.kind === kind).length;
    return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
  });
  return counts.filter(Boolean).join(', ');
}

function nameOf({ kind, name }: Named): string {
  return name || `A ${kindNames[kind][0]} without a name`;
}

/** Property names as a person reads them: "jobTitle" is "job title". */
function sayFields(fields: readonly string[]): string {
  return fields
    .map((field) => field.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`))
    .join(', ');
}
