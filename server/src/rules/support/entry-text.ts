import { canonicalOf } from '../../content/difference/json-difference.ts';
import { ofValue } from '../../syntax/kept.ts';

/** An entry as text, independent of the order of its members. */
export const entryTextOf = ofValue(canonicalOf);
