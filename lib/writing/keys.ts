/** Sentences are written with Ctrl. A Mac has ⌘ in its place, written without a plus sign. */
export function forThisKeyboard(sentence: string, platform = readPlatform()): string {
  return /mac|iphone|ipad/i.test(platform) ? sentence.replaceAll('Ctrl+', '⌘') : sentence;
}

/** Empty outside a browser. */
function readPlatform(): string {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.platform ?? '';
}
