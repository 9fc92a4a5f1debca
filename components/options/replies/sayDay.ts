import { formatDate, isIsoDate } from '../../../lib/letter/dates';

/** "7 December 2026"; what is no day, as a damaged file may hold, stays as it is. */
export function sayDay(day: string): string {
  return isIsoDate(day) ? formatDate(day) : day;
}
