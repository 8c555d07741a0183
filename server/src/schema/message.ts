import { readPointer } from '../syntax/pointer.ts';
import { type SchemaNode, schemaAt, thingAt } from './schema-at.ts';
import { type SchemaError, valueAt } from './validate.ts';

/** An error in words: what stands there, and what to write instead. `root` is the value that was validated. */
export function messageOf(error: SchemaError, root: unknown): string {
  const path = readPointer(error.pointer);
  const place: Place = {
    name: path.at(-1),
    schema: schemaAt(error.kind, path) ?? {},
    parent: path.length === 0 ? undefined : schemaAt(error.kind, path.slice(0, -1)),
    thing: inSentence(thingAt(error.kind, path) ?? 'Object'),
  };
  if (error.keyword === 'required') return missing(place, String(error.params.missingProperty));
  const value = valueAt(root, error.pointer);
  const start = `${subjectOf(place, path.at(-2))} is ${shown(value)}`;
  switch (error.keyword) {
    case 'type':
      return `${start}${typeNoteOf(value, place.schema)}; ${remedyOf(place, value)}.`;
    case 'const':
      return `${start}${constantRemedyOf(place.schema.const, value)}.`;
    case 'minimum':
      return `${start}; ${withArticle(place.schema.title ?? 'number')} cannot be negative.`;
    case 'maxProperties':
      return `${start} with members; it must be ${expectedBy(place.schema)}.`;
    default:
      return `${start}; ${place.schema.patternErrorMessage ?? 'it has another form.'}`;
  }
}

/** Where an error is: the last step to it, and what the schema says there and one step above. */
interface Place {
  readonly name: string | undefined;
  readonly schema: SchemaNode;
  readonly parent: SchemaNode | undefined;
  readonly thing: string;
}

function missing({ schema: { required = [], then }, thing }: Place, name: string): string {
  const start = `This ${thing} has no \`${name}\``;
  return required.includes(name)
    ? `${start}; every ${thing} needs ${listed(required)}.`
    : `${start}; ${then?.errorMessage}`;
}

/** The member in backquotes, an item of an array with its index, an annotation as such. */
function subjectOf({ name, schema, parent, thing }: Place, array: string | undefined): string {
  if (name === undefined) return `This ${thing}`;
  if (parent?.items !== undefined) return `\`${array}[${name}]\``;
  const quoted = `\`${shortened(name).replaceAll('`', "'")}\``;
  return isEntry({ name, parent }) ? `The ${inSentence(schema.title ?? 'member')} ${quoted}` : quoted;
}

function remedyOf(place: Place, value: unknown): string {
  if (value === null) return nullRemedyOf(place);
  return rewritingOf(place.schema, value) ?? `it must be ${expectedBy(place.schema)}`;
}

/** Null often stands for 'nothing', which is written in another way. */
function nullRemedyOf({ name, schema, parent }: Place): string {
  const types = typesOf(schema);
  const empty = types.includes('array') ? '[]' : types.includes('object') ? '{}' : undefined;
  const isOptional = name !== undefined && parent?.properties !== undefined && !parent.required?.includes(name);
  if (isOptional) return `leave it out, or write ${empty ?? expectedBy(schema)}`;
  return `it must be ${expectedBy(schema)}${types.includes('array') ? ', which may be empty: []' : ''}`;
}

/** How to write the same value in the type that is asked for, where that is a matter of notation. */
function rewritingOf(schema: SchemaNode, value: unknown): string | undefined {
  const types = typesOf(schema);
  if (typeof value === 'string') {
    if (types.includes('integer') && /^-?\d{1,19}$/.test(value)) return `write the number ${value} without quotes`;
    if (types.includes('boolean') && /^(?:true|false)$/.test(value)) return `write ${value} without quotes`;
    if (schema.items?.type === 'string') return `write it as an array: [${shown(value)}]`;
  }
  const isPlain = types.includes('string') && schema.pattern === undefined && schema.contentEncoding === undefined;
  return isPlain && isScalar(value) ? `write it as a string: "${value}"` : undefined;
}

function constantRemedyOf(constant: unknown, value: unknown): string {
  const isQuoted = typeof value === 'string' && value === String(constant);
  return isQuoted ? `, a string; write the number ${value} without quotes` : `; it must be ${JSON.stringify(constant)}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
};

function expectedBy(schema: SchemaNode): string {
  if (schema.maxProperties === 0) return 'the empty object {}';
  const names = typesOf(schema).map((type) => typeNames[type]);
  return `${names.join(' or ')}${schema.items?.type === 'string' ? ' of strings' : ''}`;
}

function typesOf({ type = [] }: SchemaNode): readonly string[] {
  return [type].flat().filter((name) => name !== 'null');
}

function isEntry({ name, parent }: Pick<Place, 'name' | 'parent'>): boolean {
  return parent?.additionalProperties !== undefined && !Object.hasOwn(parent.properties ?? {}, name ?? '');
}

/** A value as JSON; containers in words, because they may be of any size. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(shortened(value)) : String(value);
}

function typeNoteOf(value: unknown, schema: SchemaNode): string {
  if (typeof value === 'number' && typesOf(schema).includes('integer')) return '';
  return isScalar(value) ? `, a ${typeof value}` : '';
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Long enough for most media types, whose ends differ. */
const longestShown = 60;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function withArticle(title: string): string {
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${inSentence(title)}`;
}

function inSentence(title: string): string {
  return title.startsWith('Docker') ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
