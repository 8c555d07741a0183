import { ofValue } from '../../syntax/kept.ts';
import { toValue } from '../../syntax/value.ts';

/** An entry as text, whatever the order of its members. */
export const entryTextOf = ofValue((node) =>
  JSON.stringify(toValue(node), (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ),
);
