import assert from 'node:assert/strict';
import type { Kind } from '../../server/src/oci/kind.ts';
import { validate } from '../../server/src/schema/validate.ts';

/** The errors of a value in order as `pointer#keyword`, or `pointer#required:name` for a missing property. */
function errorsOf(kind: Kind, value: unknown): readonly string[] {
  return validate(kind, value).map(({ pointer, keyword, params }) =>
    keyword === 'required' ? `${pointer}#required:${params.missingProperty}` : `${pointer}#${keyword}`,
  );
}

/** Asserts that the schema accepts the value. */
export function accepts(kind: Kind, value: unknown): void {
  assert.deepEqual(errorsOf(kind, value), []);
}

/** Asserts that the schema reports exactly these errors. */
export function refuses(kind: Kind, value: unknown, ...errors: readonly string[]): void {
  assert.deepEqual(errorsOf(kind, value), errors);
}
