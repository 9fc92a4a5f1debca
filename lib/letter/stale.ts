import { isIsoDate } from './dates';
import type { IsoDate } from './model';

const MONTHS = 6;

/** A letter that nobody has checked for six months says so, quietly, before it is used. A day we cannot read is no check. */
export function isStale(checkedOn: IsoDate, today: IsoDate): boolean {
  return !isIsoDate(checkedOn) || today >= addMonths(checkedOn, MONTHS);
}

/** Six months after 31 August is the last day of February. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const sum = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
  return sum.toISOString().slice(0, 10);
}
