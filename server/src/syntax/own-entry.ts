/** What a table has under a name that comes from outside: nothing for `constructor` and what else every object has. */
export function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
