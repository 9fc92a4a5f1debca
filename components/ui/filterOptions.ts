export interface ComboboxOption {
  /** What is put into the field, e.g. "Kent County Council". */
  value: string;
  /** Other names it is found by, e.g. "Kent". */
  alsoKnownAs: readonly string[];
  /** Shown beside it where two look alike. */
  note?: string;
}

/**
 * Options whose names hold every typed word at the start of a word. Names that begin with the typed
 * text come first; the given order decides the rest. Nothing typed, or an option typed in full: all.
 */
export function filterOptions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0 || options.some((option) => option.value === typed)) return [...options];
  const found = options.filter((option) => namesOf(option).some((name) => holdsAll(wordsOf(name), wanted)));
  const start = wanted.join(' ');
  const isFirst = (option: ComboboxOption) =>
    namesOf(option).some((name) => wordsOf(name).join(' ').startsWith(start));
  return [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))];
}

function namesOf(option: ComboboxOption): string[] {
  return [option.value, ...option.alsoKnownAs];
}

function holdsAll(words: string[], wanted: string[]): boolean {
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

/** "St. Helens", "St Helens" and "st helen’s" are found alike. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f.'’‘]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
