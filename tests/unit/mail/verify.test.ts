// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReadings, readDraft, squeeze, type Reading } from '../../../lib/mail/verify';

const reading = (text: string): Reading => ({ text, objects: 0 });

/** Few different characters, so that the inserted text often repeats the text around it. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '👩🏽‍🏫', 'é'), maxLength: 40 });
const letter = text.filter((some) => squeeze(some) !== '');

describe('an insertion', () => {
  it('is complete when the letter is anywhere in the former text, with any white space', () => {
    fc.assert(
      fc.property(text, letter, text, (before, inserted, after) => {
        const now = `${before}\n ${inserted.replaceAll(' ', '\u00a0 ')}\u200b${after}`;
        const result = compareReadings(reading(before + after), reading(now), [squeeze(inserted)]);
        expect(result).toBeNull();
      }),
    );
  });

  it('did not happen when only white space and fillers changed', () => {
    fc.assert(
      fc.property(text, letter, (before, inserted) => {
        const now = before.replaceAll(' ', '\u00a0\u200b');
        expect(compareReadings(reading(before), reading(now), [squeeze(inserted)])).toBe('did not arrive');
      }),
    );
  });

  it('is incorrect when a former character is lost, or the letter is there twice or incomplete', () => {
    fc.assert(
      fc.property(text, letter, letter, (before, lost, inserted) => {
        const words = squeeze(inserted);
        const former = reading(before + lost + 'z');
        const changed = [before + lost + inserted, `${before}${lost}${inserted}${inserted}z`, `${inserted}y`];
        for (const now of changed)
          expect(compareReadings(former, reading(now), [words])).toBe('arrived changed');
        const part = words.slice(0, -1);
        fc.pre(squeeze(part) !== '');
        expect(compareReadings(former, reading(`${before}${lost}${part}z`), [words])).not.toBeNull();
      }),
    );
  });

  it('is incorrect when a picture or a table is lost, even if every word is there', () => {
    const body = document.createElement('div');
    body.innerHTML = '<p>words</p><img src="data:,"><table><tr><td>1</td></tr></table>';
    const before = readDraft(body);
    body.querySelector('img')?.remove();
    body.append('letter');
    expect(compareReadings(before, readDraft(body), ['letter'])).toBe('arrived changed');
  });

  it('is checked correctly anywhere in a draft of a megabyte', () => {
    const own = 'Words of one’s own. '.repeat(50_000);
    const spot = fc.nat(own.length);
    fc.assert(
      fc.property(spot, spot, (at, lost) => {
        const arrived = `${own.slice(0, at)}\nletter\n${own.slice(at)}`;
        expect(compareReadings(reading(own), reading(arrived), ['letter'])).toBeNull();
        const harmed = `${arrived.slice(0, lost)}#${arrived.slice(lost + 1)}`;
        expect(compareReadings(reading(own), reading(harmed), ['letter'])).toBe('arrived changed');
      }),
      { numRuns: 20 },
    );
  });

  it('is complete with the words of the HTML or with those of the plain text', () => {
    const now = reading('own 1. Assess the risk.');
    expect(compareReadings(reading('own '), now, ['Assesstherisk.', '1.Assesstherisk.'])).toBeNull();
  });
});
