import { isList, type SchemaNode, schemaAt, thingAt } from '../../schema/schema-at.ts';
import type { SchemaError } from '../../schema/validate.ts';
import { readPointer } from '../../syntax/pointer.ts';
import { type Message, wordings } from './wording.ts';

/** The messages about schema errors. The parts about types and forms come from the schemas. */
export const schemaMessages = wordings({
  type: '{subject} must be {expected}, not {found}.',
  'type-with-remedy': '{subject} must be {expected}, not {found}. {remedy}',
  const: '{subject} must be {value}, not {found}.',
  negative: '{subject} must not be negative, found {found}.',
  'not-empty': '{subject} must be {}, not an object with properties.',
  empty: '{subject} is empty. {expected}',
  pattern: 'Invalid {thing} {found}. {expected}',
  missing: '{thing} requires {names}.',
  conditional: '{reason}',
});

/**
 * The message for an error: what is wrong and what to write instead. `value`: the invalid value, without its children.
 * `written`: a number's source text, which is shown as is.
 */
export function messageOf(error: SchemaError, value: unknown, written?: string): Message {
  return wordsOf(error, typeof value === 'number' && written !== undefined ? new WrittenNumber(written) : value);
}

/** A number with its source text: `10.0` must not be shown as 10. */
class WrittenNumber {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  toString(): string {
    return shortened(this.written);
  }
}

function wordsOf(error: SchemaError, value: unknown): Message {
  const path = readPointer(error.pointer);
  const location: ErrorLocation = {
    name: path.at(-1),
    schema: schemaAt(error.kind, path) ?? {},
    parent: path.length === 0 ? undefined : schemaAt(error.kind, path.slice(0, -1)),
    thing: inSentence(thingAt(error.kind, path) ?? 'Object'),
  };
  const subject = subjectOf(location, path.at(-2));
  switch (error.keyword) {
    case 'type':
      return typeMessage(location, subject, value);
    case 'const':
      return constantMessage(subject, location.schema.const, value);
    case 'minimum':
      return schemaMessages.negative({ subject, found: shownPlainly(value) });
    case 'maxProperties':
      return schemaMessages['not-empty']({ subject });
    default:
      return patternMessage(location, subject, value);
  }
}

/** The message about missing required properties. */
export function missingMessageOf({ kind, pointer }: SchemaError, names: readonly string[]): Message {
  const path = readPointer(pointer);
  const { required = [], then } = schemaAt(kind, path) ?? {};
  const isConditional = names.length === 1 && !required.includes(names[0] ?? '');
  if (isConditional && then?.errorMessage !== undefined)
    return schemaMessages.conditional({ reason: then.errorMessage });
  return schemaMessages.missing({ thing: thingAt(kind, path) ?? 'Object', names: listed(names) });
}

/** The location of an error: the last path step, and the schema there and of its parent. */
interface ErrorLocation {
  readonly name: string | undefined;
  readonly schema: SchemaNode;
  readonly parent: SchemaNode | undefined;
  readonly thing: string;
}

/** The subject of the message: a property in backticks, an array item with its index, or an annotation. */
function subjectOf({ name, schema, parent, thing }: ErrorLocation, array: string | undefined): string {
  if (name === undefined) return `This ${thing}`;
  if (parent?.items !== undefined) return `\`${array}[${name}]\``;
  const quoted = `\`${JSON.stringify(shortened(name)).slice(1, -1).replaceAll('`', "'")}\``;
  return isEntry({ name, parent }) ? `${schema.title ?? 'Property'} ${quoted}` : quoted;
}

/** The type is only mentioned if it is what differs. */
function constantMessage(subject: string, constant: unknown, value: unknown): Message {
  const show = typeNameOf(constant) === typeNameOf(value) ? shownPlainly : shown;
  const written = typeof constant === 'string' ? JSON.stringify(constant) : show(constant);
  return schemaMessages.const({ subject, value: written, found: show(value) });
}

function patternMessage({ schema, thing }: ErrorLocation, subject: string, value: unknown): Message {
  const expected = schema.patternErrorMessage ?? 'It does not match the required format.';
  if (value === '') return schemaMessages.empty({ subject, expected });
  return schemaMessages.pattern({ thing, found: shownPlainly(value), expected });
}

function typeMessage(location: ErrorLocation, subject: string, value: unknown): Message {
  const remedy = value === null ? nullRemedyOf(location) : rewritingOf(location, value);
  const values = { subject, expected: expectedBy(location.schema), found: shown(value) };
  return remedy === undefined ? schemaMessages.type(values) : schemaMessages['type-with-remedy']({ ...values, remedy });
}

/** Null is often meant as an absent value, which OCI documents express differently. */
function nullRemedyOf({ name, schema, parent }: ErrorLocation): string | undefined {
  if (isEntry({ name, parent })) return `Write ${typesOf(schema).includes('object') ? '{}' : '""'} or remove it.`;
  const isOwn = name !== undefined && parent?.properties !== undefined;
  const isRequired = isOwn && parent.required?.includes(name) === true;
  if (isList(schema, isRequired)) return 'Write [].';
  return isOwn && !isRequired ? 'Remove it.' : undefined;
}

/** How to write the same value in the required type, if only the notation is wrong. */
function rewritingOf({ name, schema }: ErrorLocation, value: unknown): string | undefined {
  const types = typesOf(schema);
  if (typeof value === 'string') {
    const isQuoted =
      (types.includes('integer') && /^-?\d{1,19}$/.test(value)) ||
      (types.includes('boolean') && /^(?:true|false)$/.test(value));
    if (isQuoted) return 'Remove the quotes.';
    if (isCommandLine(name, value)) return 'Use one item per argument.';
    if (schema.items?.type === 'string') return `Write [${shownPlainly(value)}].`;
  }
  const isPlain = types.includes('string') && schema.pattern === undefined && schema.contentEncoding === undefined;
  return isPlain && isScalar(value) ? `Write "${value}".` : undefined;
}

/** Whether a string in place of an array is a command line that needs a shell to be split. */
export function isCommandLine(name: string | undefined, text: string): boolean {
  return name === 'Test' || ((name === 'Cmd' || name === 'Entrypoint') && /[\s'"$|&;<>]/.test(text.trim()));
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
};

function expectedBy(schema: SchemaNode): string {
  if (schema.maxProperties === 0) return '{}';
  const names = typesOf(schema).map((type) => typeNames[type]);
  return `${names.join(' or ')}${schema.items?.type === 'string' ? ' of strings' : ''}`;
}

function typesOf({ type = [] }: SchemaNode): readonly string[] {
  return [type].flat().filter((name) => name !== 'null');
}

function isEntry({ name, parent }: Pick<ErrorLocation, 'name' | 'parent'>): boolean {
  return parent?.additionalProperties !== undefined && !Object.hasOwn(parent.properties ?? {}, name ?? '');
}

/** A value with its type. Containers are described in words, because they can be large. */
function shown(value: unknown): string {
  const type = typeNameOf(value);
  return type === 'string' || type === 'number' ? `the ${type} ${shownPlainly(value)}` : shownPlainly(value);
}

function typeNameOf(value: unknown): string {
  return value instanceof WrittenNumber ? 'number' : typeof value;
}

function shownPlainly(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeNameOf(value) === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(shortened(value)) : String(value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeNameOf(value) === 'number' || typeof value === 'boolean';
}

/** Enough for most media types, which differ at the end. */
const longestShown = 60;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

/** A schema title for use within a sentence: "image manifest", but "URI" and "Docker manifest list". */
export function inSentence(title: string): string {
  return /^(?:Docker|OCI|[A-Z]{2})/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
