/**
 * Counts the steps that a backtracking matcher takes, because the browser's own does not tell. Supports what our regular
 * expressions use; an unknown construct throws.
 */

type Node =
  | { is: 'set'; has: (character: string) => boolean; sample: string }
  | { is: 'sequence'; nodes: Node[] }
  | { is: 'choice'; nodes: Node[] }
  | { is: 'repeat'; node: Node; min: number; max: number; lazy: boolean }
  | { is: 'look'; node: Node; behind: boolean; negative: boolean }
  | { is: 'place'; test: (text: string, at: number) => boolean }
  | { is: 'group'; node: Node; index: number }
  | { is: 'reference'; index: number };

const MAX_STEPS = 300_000;
const CANDIDATES = 'a1 -.,:;\'"\\/(){}[]<>*#_@+=!|&\nAzé’“”–…·•\t\r\u00A0\u0001'.split('');

class Parser {
  #at = 0;
  #groups = 0;
  readonly #names: string[] = [];

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}

  parse(): Node {
    const node = this.#choice();
    if (this.#at < this.source.length) throw new Error(`Not understood at ${this.#at}: ${this.source}`);
    return node;
  }

  #choice(): Node {
    const nodes = [this.#sequence()];
    while (this.#take('|')) nodes.push(this.#sequence());
    return nodes.length === 1 ? nodes[0]! : { is: 'choice', nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.source.length && !'|)'.includes(this.source[this.#at]!))
      nodes.push(this.#repeat(this.#atom()));
    return { is: 'sequence', nodes };
  }

  #repeat(node: Node): Node {
    const found = this.#match(/^(?:[*+?]|\{\d+(?:,\d*)?\})/);
    if (!found) return node;
    const lazy = this.#take('?');
    const [min, max] = rangeOf(found);
    return { is: 'repeat', node, min, max, lazy };
  }

  #atom(): Node {
    const look = this.#match(/^\(\?<?[=!]/);
    if (look)
      return this.#close({
        is: 'look',
        node: this.#choice(),
        behind: look.includes('<'),
        negative: look.endsWith('!'),
      });
    if (this.#match(/^\(\?:/)) return this.#close(this.#choice());
    const group = this.#match(/^\((?:\?<\w+>)?/);
    if (group) {
      const index = (this.#groups += 1);
      this.#names[index] = group.slice(3, -1);
      return this.#close({ is: 'group', node: this.#choice(), index });
    }
    const place = this.#match(/^(?:[\^$]|\\[bB])/);
    if (place) {
      const test = new RegExp(place, `y${this.flags.includes('m') ? 'm' : ''}`);
      return {
        is: 'place',
        test: (text, at) => {
          test.lastIndex = at;
          return test.test(text);
        },
      };
    }
    const reference = this.#match(/^\\(?:[1-9]|k<\w+>)/);
    if (reference) {
      const name = reference.slice(3, -1);
      return { is: 'reference', index: name ? this.#names.indexOf(name) : Number(reference.slice(1)) };
    }
    const set = this.#match(
      /^(?:\[(?:\\[^]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|\\c[A-Z]|\\[^]|[^])/u,
    );
    if (!set) throw new Error(`Not understood at ${this.#at}: ${this.source}`);
    const only = new RegExp(`^${set}$`, this.flags.replaceAll(/[gym]/g, ''));
    const has = (character: string) => only.test(character);
    const literal = set.length === 1 ? set : undefined;
    return {
      is: 'set',
      has,
      sample: literal && has(literal) ? literal : (CANDIDATES.find(has) ?? findMember(has)),
    };
  }

  #close(node: Node): Node {
    if (!this.#take(')')) throw new Error(`A bracket is open: ${this.source}`);
    return node;
  }

  #take(character: string): boolean {
    const found = this.source[this.#at] === character;
    if (found) this.#at += 1;
    return found;
  }

  #match(pattern: RegExp): string | null {
    const [found] = pattern.exec(this.source.slice(this.#at)) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }
}

function rangeOf(quantifier: string): [number, number] {
  if (quantifier === '*') return [0, Infinity];
  if (quantifier === '+') return [1, Infinity];
  if (quantifier === '?') return [0, 1];
  const [min = '', max] = quantifier.slice(1, -1).split(',');
  return [Number(min), max === undefined ? Number(min) : max === '' ? Infinity : Number(max)];
}

function findMember(has: (character: string) => boolean): string {
  for (let code = 0; code < 0x3000; code += 1)
    if (has(String.fromCharCode(code))) return String.fromCharCode(code);
  return '\uE000';
}

class TooMany extends Error {}

/** The steps to look for every match in the text, as `replaceAll` does, or for the first. */
function countSteps(node: Node, flags: string, text: string): number {
  let steps = 0;
  const captures: string[] = [];
  type Next = (at: number) => boolean;
  const match = (part: Node, at: number, next: Next): boolean => {
    if ((steps += 1) > MAX_STEPS) throw new TooMany();
    switch (part.is) {
      case 'set': {
        const character = text[at];
        return character !== undefined && part.has(character) && next(at + 1);
      }
      case 'sequence':
        return part.nodes.reduceRight<Next>((after, one) => (from) => match(one, from, after), next)(at);
      case 'choice':
        return part.nodes.some((one) => match(one, at, next));
      case 'group':
        return match(part.node, at, (end) => {
          captures[part.index] = text.slice(at, end);
          return next(end);
        });
      case 'reference': {
        const words = captures[part.index] ?? '';
        return text.startsWith(words, at) && next(at + words.length);
      }
      case 'place':
        return part.test(text, at) && next(at);
      case 'look': {
        const starts = part.behind
          ? Array.from({ length: Math.min(at, 8) + 1 }, (_, back) => at - back)
          : [at];
        const isThere = starts.some((from) => match(part.node, from, (end) => !part.behind || end === at));
        return isThere !== part.negative && next(at);
      }
      case 'repeat': {
        const again = (count: number, from: number): boolean => {
          const more = () =>
            count < part.max &&
            match(part.node, from, (end) => (end > from || count < part.min) && again(count + 1, end));
          if (count < part.min) return more();
          return part.lazy ? next(from) || more() : more() || next(from);
        };
        return again(0, at);
      }
    }
  };
  try {
    for (let from = 0; from <= text.length; from += 1) {
      let end = -1;
      if (match(node, from, (at) => ((end = at), true))) {
        if (!flags.includes('g')) break;
        from = Math.max(from, end - 1);
      } else if (flags.includes('y')) break;
    }
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return Infinity;
  }
  return steps;
}

function listSamples(node: Node, samples: Set<string>, bodies: Set<string>): string {
  const join = (nodes: Node[]) => nodes.map((one) => listSamples(one, samples, bodies)).join('');
  switch (node.is) {
    case 'set':
      samples.add(node.sample);
      return node.sample;
    case 'sequence':
      return join(node.nodes);
    case 'choice':
      return node.nodes.map((one) => listSamples(one, samples, bodies))[0] ?? '';
    case 'group':
      return listSamples(node.node, samples, bodies);
    case 'repeat': {
      const body = listSamples(node.node, samples, bodies);
      if (node.max === Infinity && body.length > 1) bodies.add(body);
      return body.repeat(Math.max(1, node.min));
    }
    default:
      return '';
  }
}

/**
 * How the steps grow when the text doubles, for the worst text found: 2 is linear, 4 quadratic, Infinity worse than any power.
 * `n` is longer than bounds such as {0,40}.
 */
export function growthOf({ source, flags }: RegExp, n = 60): number {
  const node = new Parser(source, flags).parse();
  const samples = new Set<string>();
  const bodies = new Set<string>();
  const example = listSamples(node, samples, bodies);
  const signs = [...samples].slice(0, 14);
  const pumps = [
    ...signs,
    ...bodies,
    example,
    ...signs.slice(0, 5).flatMap((one) => signs.slice(0, 5).map((two) => one + two)),
  ];
  const prefixes = [
    '',
    ...[1, 2, 3, 5, 8].filter((length) => length < example.length).map((length) => example.slice(0, length)),
  ];
  let worst = 0;
  for (const pump of new Set(pumps.filter((one) => one !== '' && one.length < 40)))
    for (const prefix of prefixes)
      for (const suffix of ['', '\u0001']) {
        const stepsAt = (count: number) => countSteps(node, flags, prefix + pump.repeat(count) + suffix);
        const [once, twice] = [stepsAt(n), stepsAt(2 * n)];
        // The first steps are the same for every length.
        const growth = twice === Infinity ? Infinity : (twice - once) / Math.max(1, once - stepsAt(n / 2));
        worst = Math.max(worst, growth);
      }
  return worst;
}
