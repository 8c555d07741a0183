import type { Kind } from '../oci/kind.ts';
import { readPointer } from '../syntax/pointer.ts';
import { type Failure, maxErrors, validators } from './generated/validators.js';
import { type SchemaNode, schemaAt } from './schema-at.ts';

/** A violation of the schema. */
export interface SchemaError {
  readonly kind: Kind;
  /** RFC 6901 pointer of the invalid value, or of the object with the missing property. */
  readonly pointer: string;
  /** The JSON Schema keyword that failed, such as `type` or `required`. */
  readonly keyword: string;
  /** Details from ajv, such as `missingProperty` for `required`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The violated clause of the specification, if it is a single one. */
  readonly clause?: string;
}

/**
 * Validates a value against the schema of a kind. Reports one error per mistake, up to about a thousand. Never throws.
 */
export function validate(kind: Kind, value: unknown): readonly SchemaError[] {
  return validateBounded(kind, value).errors;
}

/** The same, and whether there may be more errors. */
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

/** The value at a pointer; undefined if there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of readPointer(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/**
 * Filters errors that are not independent mistakes: those that `if` adds to a failure of `then`, and those about values
 * that are syntax errors.
 */
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

/** A clause about a list or map also applies to its entries. */
function clauseOfCollection(schema: SchemaNode | undefined): string | undefined {
  const isCollection = schema?.items !== undefined || schema?.additionalProperties !== undefined;
  return isCollection ? clauseOf(schema, 'type', undefined) : undefined;
}
