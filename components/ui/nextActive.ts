/** The next option up or down, going round at both ends; -1 while the list is empty. */
export function nextActive(active: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (active < 0) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
}
