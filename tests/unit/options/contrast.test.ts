/** What must be told apart without reading, which axe does not measure: the edges of fields, the focus ring, filled buttons. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const [light = '', dark = ''] = readFileSync('components/ui/theme.css', 'utf8').split(
  '@media (prefers-color-scheme: dark)',
);

function readColour(css: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!value) throw new Error(`--${name} is not in theme.css`);
  return value;
}

/** The relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s colours', (_scheme, css) => {
  test.each(['field', 'focus', 'accent', 'danger'])('%s has a contrast of 3 to 1 on every ground', (name) => {
    for (const ground of ['paper', 'ground', 'tint', 'warn-tint'])
      expect(contrast(readColour(css, name), readColour(css, ground)), ground).toBeGreaterThanOrEqual(3);
  });
});
