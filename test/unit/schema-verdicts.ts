import assert from 'node:assert/strict';
import type { Kind } from '../../server/src/oci/kind.ts';
import { validate } from '../../server/src/schema/validate.ts';

/** The errors of a value as `pointer#keyword`, in order; a missing member as `pointer#required:name`. */
function errorsOf(kind: Kind, value: unknown): readonly string[] {
  return validate(kind, value).map(({ pointer, keyword, params }) =>
    keyword === 'required' ? `${pointer}#required:${params.missingProperty}` : `${pointer}#${keyword}`,
  );
}

/** The schema has nothing against a value. */
export function accepts(kind: Kind, value: unknown): void {
  assert.deepEqual(errorsOf(kind, value), []);
}

/** The schema finds these errors and no others. */
export function refuses(kind: Kind, value: unknown, ...errors: readonly string[]): void {
  assert.deepEqual(errorsOf(kind, value), errors);
}
