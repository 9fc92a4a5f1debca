import fc from 'fast-check';

/** Runs per kind: 2,000 by default; `npm run test:soak` asks for 100,000. */
export const RUNS = Number(process.env['FILES'] ?? 2000);

/** The default time for a test, and longer for the long runs. */
export const RUNS_TIMEOUT = Math.max(300_000, RUNS * 60);

/** A value of any kind, with the names that every object has and numbers at the limits. */
const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '\u0000', '\ud800', '2026-02-30', 'request'),
  fc.constantFrom(-1, 0, 1e308, 9, null, [], {}, [[]], [null], { id: 'constructor' }, { toString: 1 }),
);

/** What replaces one value: the place is the n-th of all values in the whole. */
const change = fc.record({
  at: fc.nat(),
  name: fc.option(fc.constantFrom('__proto__', 'ofLater', 'v', 'id')),
  hostile,
});

export const someChanges = fc.array(change, { minLength: 1, maxLength: 4 });

/** Replaces the values at the chosen places, or adds a name beside them. */
export function changed(
  value: unknown,
  changes: { at: number; name: string | null; hostile: unknown }[],
): unknown {
  const copy = structuredClone(value);
  for (const one of changes) {
    const places = listPlaces(copy);
    const place = places[one.at % places.length];
    if (place) defineValue(place.parent, one.name ?? place.key, structuredClone(one.hostile));
  }
  return copy;
}

interface Place {
  parent: object;
  key: string;
}

function listPlaces(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...listPlaces(inner)]);
}

/** Also where the name is `__proto__`, as `JSON.parse` does. */
function defineValue(parent: object, key: string, value: unknown): void {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) return;
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Takes out, doubles or replaces parts of a text at random places. */
export const someCuts = (pieces: readonly string[]) =>
  fc.array(
    fc.record({
      from: fc.nat(),
      length: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 400 })),
      twice: fc.boolean(),
      put: fc.oneof(fc.constantFrom('', ...pieces), fc.string({ maxLength: 6 })),
    }),
    { minLength: 1, maxLength: 5 },
  );

export function cut(
  text: string,
  cuts: { from: number; length: number; twice: boolean; put: string }[],
): string {
  return cuts.reduce((before, { from, length, twice, put }) => {
    const at = before.length === 0 ? 0 : from % before.length;
    const part = before.slice(at, at + length);
    return before.slice(0, at) + put + (twice ? part + part : '') + before.slice(at + length);
  }, text);
}
