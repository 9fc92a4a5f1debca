import * as v from 'valibot';
import { firstChoices } from './emptyRecords';
import { choicesSchema } from './schema';

/**
 * The one small key the popup reads at opening: names for its lists, the last choices, how many letters were sent and
 * the earliest day still waited for. All but the last choices can be built again from the records.
 */
const indexSchema = v.object({
  v: v.literal(1),
  signers: v.array(v.object({ id: v.string(), name: v.string(), school: v.string() })),
  employers: v.array(v.object({ id: v.string(), name: v.string() })),
  letters: v.array(v.object({ id: v.string(), title: v.string(), replaces: v.string() })),
  sentCount: v.number(),
  /** Earliest reply or promise still waited for; empty when there is none. */
  waitingFor: v.string(),
  lastUsed: choicesSchema,
});
export type DetailsIndex = v.InferOutput<typeof indexSchema>;

export const emptyIndex: DetailsIndex = {
  v: 1,
  signers: [],
  employers: [],
  letters: [],
  sentCount: 0,
  waitingFor: '',
  lastUsed: firstChoices,
};

/** The stored index, or `null` when it is missing, damaged or of another version: then it is built again. */
export function parseIndex(stored: unknown): DetailsIndex | null {
  const result = v.safeParse(indexSchema, stored);
  return result.success ? result.output : null;
}

/** What can be kept of the last choices when the rest of the index cannot. */
export function salvageChoices(stored: unknown): DetailsIndex['lastUsed'] {
  const result = v.safeParse(v.object({ lastUsed: choicesSchema }), stored);
  return result.success ? result.output.lastUsed : firstChoices;
}
