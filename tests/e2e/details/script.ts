import { builtInLetters } from '../../../lib/letter/builtIn';
import { defaultRequests, listRequests } from '../../../lib/letter/model';
import type { Choices } from '../../../lib/storage/choices';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { Dice } from './random';
import type { Edit } from './typing';

/** The details as they would be if a single page had made all the edits. */
export interface Model {
  signers: Signer[];
  employers: Employer[];
  choices: Choices;
}

/** One page’s part of a round: the record it shows, and edits of fields that no other page edits in this round. */
export interface Turn {
  section: 'about-you' | 'your-employer';
  id: string;
  /** The record’s name before the edits of this round. */
  name: string;
  edits: Edit[];
}

const signerFields = ['fullName', 'jobTitle', 'school', 'address', 'postcode', 'phone', 'email'] as const;
const employerFields = [
  'organisation',
  'title',
  'firstName',
  'lastName',
  'role',
  'email',
  'address',
  'postcode',
  'nextPersonUp',
] as const;

/** An editable field: the id of its control on the page, and how to write its value into the model. */
interface Slot {
  key: string;
  controlId: string;
  write: (value: string | boolean) => void;
  kind: 'text' | 'tick';
}

function slotsOf(record: Signer | Employer): Slot[] {
  const fields: readonly string[] = 'fullName' in record ? signerFields : employerFields;
  const own = fields.map((field): Slot => ({
    key: `${record.id} ${field}`,
    controlId: field,
    kind: 'text',
    write: (value) => Object.assign(record, { [field]: value }),
  }));
  return [...own, ...itemSlots(record)];
}

function itemSlots(record: Signer | Employer): Slot[] {
  const slot = (item: { id: string }, field: string, controlId: string, kind: Slot['kind']): Slot => ({
    key: `${item.id} ${field}`,
    controlId,
    kind,
    write: (value) => Object.assign(item, { [field]: value }),
  });
  if ('coSigners' in record) {
    return record.coSigners.flatMap((person) => [
      slot(person, 'fullName', `person-${person.id}-name`, 'text'),
      slot(person, 'jobTitle', `person-${person.id}-job`, 'text'),
      slot(person, 'school', `person-${person.id}-school`, 'text'),
      slot(person, 'agreed', `person-${person.id}-agreed`, 'tick'),
    ]);
  }
  return record.copies.flatMap((copy) => [
    slot(copy, 'name', `copy-${copy.id}-name`, 'text'),
    slot(copy, 'email', `copy-${copy.id}-email`, 'text'),
  ]);
}

/** Chooses a record and edits for each page, no field twice in a round, and makes the same edits in the model. */
export function writeTurns(model: Model, dice: Dice, pages: number, count: number): Turn[] {
  const records = Array.from({ length: pages }, () =>
    dice.pick<Signer | Employer>([...model.signers, ...model.employers]),
  );
  const taken = new Set<string>();
  const namesBefore = records.map(nameOf);
  return records.map((record, index) => ({
    section: isSigner(record) ? 'about-you' : 'your-employer',
    id: record.id,
    name: namesBefore[index] ?? '',
    edits: writeEdits(record, dice, taken, count),
  }));
}

function writeEdits(record: Signer | Employer, dice: Dice, taken: Set<string>, count: number): Edit[] {
  const free = slotsOf(record).filter(({ key }) => !taken.has(key));
  const chosen = free.filter(() => dice.below(2) === 0);
  for (const { key } of chosen) taken.add(key);
  return Array.from({ length: chosen.length === 0 ? 0 : count }, () => {
    const { controlId, kind, write } = dice.pick(chosen);
    const value = kind === 'tick' ? dice.below(2) === 0 : dice.text();
    write(value);
    return { controlId, value };
  });
}

export function isSigner(record: Signer | Employer): record is Signer {
  return 'fullName' in record;
}

export function nameOf(record: Signer | Employer): string {
  return isSigner(record) ? record.fullName : record.organisation;
}

const letter = builtInLetters[0]!;
const requests = listRequests(letter);
const switches = {
  'Fill in the subject': 'fillSubject',
  'Address it to my employer': 'address',
  'Attach a Word copy': 'attachWord',
  'Say that I am a member of NAHT': 'mentionUnion',
} as const;

/** Chooses checkboxes of the popup by name, and ticks the same ones in the model. */
export function writeTicks({ choices }: Model, dice: Dice, count: number): string[] {
  return Array.from({ length: count }, () => {
    const name = dice.pick([...requests.map(({ title }) => title), ...Object.keys(switches)]);
    const request = requests.find(({ title }) => title === name);
    if (request) tickRequest(choices, request.id);
    else {
      const field = switches[name as keyof typeof switches];
      choices[field] = !choices[field];
    }
    return name;
  });
}

function tickRequest(choices: Choices, id: string): void {
  const before = choices.requests[letter.id] ?? defaultRequests(letter);
  const without = before.filter((one) => one !== id);
  choices.requests[letter.id] = before.includes(id) ? without : [...without, id];
}
