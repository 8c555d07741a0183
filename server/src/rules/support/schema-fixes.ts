import type { OciDocument } from '../../oci/document.ts';
import { isList, type SchemaNode, schemaAt } from '../../schema/schema-at.ts';
import type { SchemaError } from '../../schema/validate.ts';
import { removeMember, replaceValue } from '../../syntax/edit.ts';
import { readPointer } from '../../syntax/pointer.ts';
import { type JsonNode, memberAbove, spanOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import { toValue } from '../../syntax/value.ts';
import type { Fix } from '../rule.ts';
import { isCommandLine } from './schema-message.ts';

/** Fixes for schema errors of a value, if the intention is clear. */
export function schemaFixesOf(document: OciDocument, error: SchemaError, node: JsonNode): readonly Fix[] {
  const path = readPointer(error.pointer);
  const schema = schemaAt(error.kind, path) ?? {};
  if (error.keyword === 'const') return [constantFixOf(node, schema.const)];
  if (schema.maxProperties === 0) return [write(node, '{}', node.type !== 'object')];
  if (error.keyword !== 'type') return [];
  if (node.type === 'null') return nullFixesOf(document, node, schema, schemaAt(error.kind, path.slice(0, -1)));
  const fix = rewritingOf(node, schema, path.at(-1));
  return fix === undefined ? [] : [fix];
}

/** The same value in the required type, if only the notation is wrong. */
function rewritingOf(node: JsonNode, schema: SchemaNode, name: string | undefined): Fix | undefined {
  const types = [schema.type ?? []].flat();
  if (types.includes('string')) return quotedOf(node, schema, name);
  const text = stringOf(node);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return write(node, text, true);
  if (types.includes('array') && schema.items?.type === 'string') return listOf(node, schema.items, name);
  return types.includes('object') && schema.additionalProperties?.maxProperties === 0 ? setOf(node) : undefined;
}

/** Members whose values are names. Of these, only 386 is a number as well. */
const namesOfPlatforms: ReadonlySet<string | undefined> = new Set(['architecture', 'os', 'variant']);

/** A number or `true` as a string. For annotations and labels, also an object or array as the text of its JSON. */
function quotedOf(node: JsonNode, schema: SchemaNode, name: string | undefined): Fix | undefined {
  if (schema.pattern !== undefined || schema.contentEncoding !== undefined) return undefined;
  const written = writtenOf(node);
  const isFree = schema.title === 'Annotation' || schema.title === 'Label';
  const isMeant = isFree || !namesOfPlatforms.has(name) || written === '386';
  if (written !== undefined) return write(node, JSON.stringify(written), isMeant);
  return isFree && isShort(node) ? write(node, JSON.stringify(JSON.stringify(toValue(node))), false) : undefined;
}

/** Longer values were not meant as strings, and may be too deep to serialize recursively. */
function isShort(node: JsonNode): boolean {
  const { start, end } = spanOf(node);
  return end - start <= 4000;
}

/** A single string as a list, a command in the form that a shell runs, and an object of variables as NAME=value. */
function listOf(node: JsonNode, { pattern = '' }: SchemaNode, name: string | undefined): Fix | undefined {
  const text = stringOf(node);
  if (text !== undefined) {
    if (!new RegExp(pattern, 'u').test(text)) return undefined;
    const isCommand = name === 'Cmd' || name === 'Entrypoint' || name === 'Test';
    const shell = name === 'Test' ? ['CMD-SHELL'] : ['/bin/sh', '-c'];
    return write(node, toJson(isCommandLine(name, text) ? [...shell, text] : [text]), !isCommand);
  }
  if (node.type !== 'object' || name !== 'Env') return undefined;
  const entries = Object.entries(toValue(node) as Record<string, unknown>);
  if (!entries.every(([key, value]) => key !== '' && !key.includes('=') && isScalar(value))) return undefined;
  return write(node, toJson(entries.map(([key, value]) => `${key}=${value}`)), true);
}

/** A list of names as an object that represents a set. */
function setOf(node: JsonNode): Fix | undefined {
  const items = node.type === 'array' ? (toValue(node) as unknown[]) : [];
  const names = items.map(String);
  if (items.length === 0 || !items.every(isScalar) || new Set(names).size !== names.length) return undefined;
  return write(node, `{ ${names.map((name) => `${JSON.stringify(name)}: {}`).join(', ')} }`, true);
}

/**
 * Go reads null as absent or as an empty list, so removing it loses nothing. A null annotation has no clear meaning.
 */
function nullFixesOf(
  { json }: OciDocument,
  node: JsonNode,
  schema: SchemaNode,
  parent: SchemaNode | undefined,
): readonly Fix[] {
  const member = memberAbove(node);
  if (member === undefined) return [];
  const isOwn = parent?.properties !== undefined && Object.hasOwn(parent.properties, member.name);
  const remove = { title: `Remove ${member.name}`, edits: [removeMember(json, member)] };
  if (!isOwn) return [write(node, '""', false), { ...remove, isSafe: false }];
  const isRequired = parent.required?.includes(member.name) === true;
  // An empty list means the same as null.
  if (isList(schema, isRequired)) return [{ ...write(node, '[]', true), leaves: ['manifest-layers'] }];
  return isRequired ? [] : [{ ...remove, isSafe: true }];
}

function constantFixOf(node: JsonNode, constant: unknown): Fix {
  return write(node, JSON.stringify(constant), stringOf(node) === String(constant));
}

function write(node: JsonNode, json: string, isSafe: boolean): Fix {
  const shown = json.length <= 40 ? json : `${json.slice(0, 39)}…`;
  const name = memberAbove(node)?.name;
  const title = name === undefined ? `Replace with ${shown}` : `Set ${name} to ${shown}`;
  return { title, edits: [replaceValue(node, json)], isSafe };
}

function toJson(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
