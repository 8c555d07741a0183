import type { Kind } from '../oci/kind.ts';
import { readPointer } from '../syntax/pointer.ts';
import { type Failure, maxErrors, validators } from './generated/validators.js';
import { type SchemaNode, schemaAt } from './schema-at.ts';

/** One mistake that the schema of a kind sees in a document. */
export interface SchemaError {
  readonly kind: Kind;
  /** The RFC 6901 pointer of the value that is wrong; for a missing member, of the object that lacks it. */
  readonly pointer: string;
  /** The keyword of JSON Schema that failed, such as `type` or `required`. */
  readonly keyword: string;
  /** ajv's details, such as `missingProperty` for `required`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The clause of the specification that is broken, where a single one is. */
  readonly clause?: string;
}

/**
 * What the schema of a kind finds wrong with a document's value: one error a mistake. A document with more than about a
 * thousand mistakes gets about a thousand errors. Never throws, whatever the value.
 */
export function validate(kind: Kind, value: unknown): readonly SchemaError[] {
  return validateBounded(kind, value).errors;
}

/** The same, and whether there may be more. */
export function validateBounded(
  kind: Kind,
  value: unknown,
): { readonly errors: readonly SchemaError[]; readonly isBounded: boolean } {
  const validator = validators[kind];
  if (validator === undefined || validator(value)) return { errors: [], isBounded: false };
  const failures = validator.errors ?? [];
  const errors = failures.filter((failure) => isMistake(failure, value)).map((one) => toError(kind, one, value));
  return { errors, isBounded: failures.length >= maxErrors };
}

/** The value at a pointer; `undefined` where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of readPointer(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** Not a mistake of its own: what `if` adds to a failure of `then`, and values that are no JSON, a fault of the syntax. */
function isMistake({ keyword, instancePath, params }: Failure, root: unknown): boolean {
  if (keyword === 'if') return false;
  const value = valueAt(root, instancePath);
  return keyword === 'required' ? !Object.hasOwn(value as object, String(params.missingProperty)) : value !== undefined;
}

function toError(kind: Kind, { instancePath, keyword, params }: Failure, root: unknown): SchemaError {
  const path = readPointer(instancePath);
  const isNull = keyword === 'type' && valueAt(root, instancePath) === null;
  const clause =
    clauseOf(schemaAt(kind, path), isNull ? 'null' : keyword, params.missingProperty) ??
    clauseOfCollection(schemaAt(kind, path.slice(0, -1)));
  return { kind, pointer: instancePath, keyword, params, ...(clause === undefined ? {} : { clause }) };
}

function clauseOf(schema: SchemaNode | undefined, keyword: string, name: unknown): string | undefined {
  const clauses = schema?.clauses ?? {};
  const clause = clauses[keyword] ?? (keyword === 'null' ? clauses.type : undefined);
  return typeof clause === 'object' ? clause[String(name)] : clause;
}

/** What a clause says about a list or a map, it says about the entries too. */
function clauseOfCollection(schema: SchemaNode | undefined): string | undefined {
  const isCollection = schema?.items !== undefined || schema?.additionalProperties !== undefined;
  return isCollection ? clauseOf(schema, 'type', undefined) : undefined;
}
