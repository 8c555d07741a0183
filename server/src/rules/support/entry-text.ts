import type { JsonNode } from '../../syntax/tree.ts';
import { toValue } from '../../syntax/value.ts';

/** An entry as text, whatever the order of its members. */
export function entryTextOf(node: JsonNode): string {
  return JSON.stringify(toValue(node), (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
