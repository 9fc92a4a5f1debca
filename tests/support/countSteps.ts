/** Counts the steps of some work, so that a test can compare the work for n and 2n without a clock. */

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Methods whose work grows with the length of what they are called on: that length is counted. */
const WHOLE: [object, string[]][] = [
  [Array.prototype, ['slice', 'concat', 'indexOf', 'includes', 'join', 'splice']],
  [
    String.prototype,
    ['replace', 'replaceAll', 'split', 'match', 'indexOf', 'includes', 'trim', 'toLowerCase'],
  ],
];
/** Methods that call back for each element that they look at. */
const EACH = [
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
  'every',
  'map',
  'filter',
  'flatMap',
  'reduce',
];

export async function countSteps(work: () => unknown): Promise<number> {
  let steps = 0;
  const restore: (() => void)[] = [];
  const replace = (target: object, name: PropertyKey, make: (real: Method) => Method) => {
    const real = Reflect.get(target, name) as Method;
    Object.defineProperty(target, name, { value: make(real), configurable: true, writable: true });
    restore.push(() =>
      Object.defineProperty(target, name, { value: real, configurable: true, writable: true }),
    );
  };
  for (const [target, names] of WHOLE) {
    for (const name of names)
      replace(
        target,
        name,
        (real) =>
          function (...given) {
            steps += (this as { length: number }).length;
            return Reflect.apply(real, this, given);
          },
      );
  }
  for (const name of EACH)
    replace(
      Array.prototype,
      name,
      (real) =>
        function (...[callback, ...given]) {
          const counted =
            typeof callback !== 'function'
              ? callback
              : function (this: unknown, ...each: unknown[]): unknown {
                  steps += 1;
                  return Reflect.apply(callback, this, each);
                };
          return Reflect.apply(real, this, [counted, ...given]);
        },
    );
  for (const { prototype } of [Map, Set])
    for (const name of ['has', 'get'])
      if (name in prototype)
        replace(
          prototype,
          name,
          (real) =>
            function (...given) {
              steps += 1;
              return Reflect.apply(real, this, given);
            },
        );
  // Spreading an array and for…of walk through it.
  replace(
    Array.prototype,
    Symbol.iterator,
    (real) =>
      function () {
        const iterator = Reflect.apply(real, this, []) as Iterator<unknown>;
        return {
          next: () => {
            steps += 1;
            return iterator.next();
          },
          [Symbol.iterator]() {
            return this;
          },
        };
      },
  );
  try {
    await work();
  } finally {
    for (const one of restore) one();
  }
  return steps;
}
