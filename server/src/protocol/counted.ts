/** A number with thousands separators: the result of `toLocaleString` without loading locale data. */
export function grouped(number: number | bigint): string {
  // Bounded: a number has few digits.
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "1 error", "2 errors" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
