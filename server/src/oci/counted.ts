/** Counts in sentences. "12,345": what toLocaleString('en') gives, without its 13 ms of loading locales. */
export function grouped(count: number): string {
  // Bounded: a number has few digits.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "1 error", "2 errors" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
