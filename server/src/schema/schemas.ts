import { late } from '../syntax/late.ts';
import { ownEntry } from '../syntax/own-entry.ts';
import { schemaTexts } from './generated/schema-texts.ts';

/** A JSON Schema (draft 7) or a part of one, with custom keywords. */
export interface SchemaNode {
  readonly title?: string;
  /** Description in Markdown. */
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  /** The second half of a message about a value that does not match the pattern. */
  readonly patternErrorMessage?: string;
  readonly contentEncoding?: string;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode;
  readonly then?: { readonly errorMessage?: string };
  /** Specification clauses by keyword. For `required`, by property name; `null` applies to null values. */
  readonly clauses?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly $ref?: string;
}

/** The file names of all schemas. */
export const schemaFiles: readonly string[] = Object.keys(schemaTexts);

/** A check needs few schemas, so only those are parsed. */
const parsed = new Map<string, SchemaNode>();

/** The schema in a file; undefined if there is none. */
export function schemaIn(file: string): SchemaNode | undefined {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const text = ownEntry(schemaTexts, file);
  if (text === undefined) return undefined;
  const schema = JSON.parse(text()) as SchemaNode;
  parsed.set(file, schema);
  return schema;
}

/** All clauses that schemas refer to, in alphabetical order. */
export const clausesOfSchemas: () => readonly string[] = late(() => {
  const found = new Set<string>();
  const waiting: unknown[] = schemaFiles.map(schemaIn);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { clauses = {}, ...rest } = node as SchemaNode;
    for (const named of Object.values(clauses)) {
      for (const id of typeof named === 'string' ? [named] : Object.values(named)) found.add(id);
    }
    waiting.push(...Object.values(rest));
  }
  return [...found].sort();
});
