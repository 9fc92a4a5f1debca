import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isChecked, isStale } from '../../../lib/letter/dates';

describe('a letter’s wording', () => {
  it('checked less than six months ago is not stale, and after six months is', () => {
    expect(isStale('2026-11-23', '2026-11-23')).toBe(false);
    expect(isStale('2026-11-23', '2027-05-22')).toBe(false);
    expect(isStale('2026-11-23', '2027-05-23')).toBe(true);
    expect(isStale('2026-11-23', '2028-01-01')).toBe(true);
  });

  it('checked on 31 August becomes stale on the last day of February', () => {
    expect(isStale('2026-08-31', '2027-02-27')).toBe(false);
    expect(isStale('2026-08-31', '2027-02-28')).toBe(true);
    expect(isStale('2027-08-31', '2028-02-28')).toBe(false);
    expect(isStale('2027-08-31', '2028-02-29')).toBe(true);
  });

  it('with a date of checking in the future counts as never checked', () => {
    expect(isStale('2026-11-24', '2026-11-23')).toBe(true);
    expect(isStale('9999-12-31', '2026-11-23')).toBe(true);
    expect(isChecked('2026-11-24', '2026-11-23')).toBe(false);
    expect(isChecked('2026-11-23', '2026-11-23')).toBe(true);
  });

  it('with an unreadable date of checking is stale', () => {
    expect(isStale('', '2026-11-23')).toBe(true);
    expect(isStale('last autumn', '2026-11-23')).toBe(true);
  });

  it('becomes stale once, 181 to 184 days after the check', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
    const staleAfter = (checkedOn: string) =>
      Array.from({ length: 400 }, (_, days) => isStale(checkedOn, addDays(checkedOn, days)));
    const checked = fc.check(
      fc.property(day, (checkedOn) => {
        const stale = staleAfter(checkedOn);
        const first = stale.indexOf(true);
        return first >= 181 && first <= 184 && stale.lastIndexOf(false) === first - 1;
      }),
    );
    expect(checked.counterexample).toBeNull();
  });
});
