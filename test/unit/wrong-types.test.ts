/** Every property of every kind with every wrong JSON type is an error at that property. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { type Kind, kinds } from '../../server/src/oci/kind.ts';
import { kindRowOf } from '../../server/src/oci/kinds.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { membersOf, type SchemaNode, schemaAt } from '../../server/src/schema/schema-at.ts';
import { sound } from './mutants.ts';

type Path = readonly string[];

/** A property of a kind, and its schema. */
interface Member {
  readonly path: Path;
  readonly schema: SchemaNode;
}

const typed = kinds.filter((kind) => kindRowOf(kind).schema !== undefined);

/** Values of every JSON type. Integers count as a type of their own, as in Go. */
const values: readonly (readonly [type: string, json: string])[] = [
  ['string', '"x"'],
  ['string', '""'],
  ['integer', '7'],
  ['number', '1.5'],
  ['number', '1e2'],
  ['boolean', 'true'],
  ['boolean', 'false'],
  ['null', 'null'],
  ['object', '{}'],
  ['object', '{"a":"b"}'],
  ['number', '99999999999999999999'],
  ['array', '[]'],
  ['array', '["a"]'],
];

for (const kind of typed) {
  test(`${kind}: a value of the wrong type is an error at its property, whatever else is reported`, () => {
    const missed: string[] = [];
    let tried = 0;
    for (const { path, schema } of allMembersOf(kind)) {
      for (const [type, json] of values) {
        if (isAllowed(schema, type, json)) continue;
        tried++;
        if (!hasErrorAt(kind, textWith(kind, path, json), path)) missed.push(`/${path.join('/')}: ${json}`);
      }
    }
    assert.deepEqual(missed, []);
    assert.ok(tried > 5, `only ${tried} tried`);
  });
}

test('every property in a schema has a type or a constant', () => {
  const without = typed.flatMap((kind) =>
    allMembersOf(kind)
      .filter(({ schema }) => schema.type === undefined && schema.const === undefined)
      .map(({ path }) => `${kind} /${path.join('/')}`),
  );
  assert.deepEqual(without, []);
});

/** More rules apply to known artifacts and Docker manifests. */
const settings: readonly (readonly [what: string, kind: Kind, change: object, member: Path, json: string])[] = [
  ['a Helm chart', 'manifest', helmChart(), ['layers'], '"x"'],
  ['a Helm chart', 'manifest', helmChart(), ['layers'], '{}'],
  ['a Helm chart', 'manifest', helmChart(), ['layers', '0'], '"x"'],
  ['a Helm chart', 'manifest', helmChart(), ['annotations'], '[]'],
  ['a misspelled key', 'manifest', {}, ['annotations', 'org.opencontainers.image.license'], '{}'],
  ['a misspelled key', 'index', {}, ['annotations', 'org.opencontainers.image.license'], '7'],
  ['a reserved key', 'index', {}, ['manifests', '0', 'annotations', 'org.opencontainers.mine'], 'true'],
  ['a superseded key', 'manifest', {}, ['annotations', 'org.label-schema.version'], '[]'],
  ['a bad port', 'config', {}, ['config', 'ExposedPorts', 'http'], '7'],
  ['a bad port', 'docker-config', {}, ['config', 'ExposedPorts', 'http'], '"x"'],
  ['a relative volume', 'config', {}, ['config', 'Volumes', 'data'], 'true'],
  ['Windows', 'config', { os: 'windows' }, ['os.features'], '"win32k"'],
  ['Windows', 'config', { os: 'windows' }, ['os.version'], '10'],
  ['the empty config', 'manifest', {}, ['artifactType'], '7'],
  ['the empty config', 'manifest', {}, ['config', 'data'], '{}'],
  ['the empty config', 'manifest', {}, ['config', 'size'], '"2"'],
];

for (const [what, kind, change, path, json] of settings) {
  test(`${kind}, ${what}: ${json} at /${path.join('/')} is an error`, () => {
    assert.equal(hasErrorAt(kind, textWith(kind, path, json, change), path), true);
  });
}

/** The properties of a kind as deep as its schema, with the first item of arrays and one entry of maps. */
function allMembersOf(kind: Kind, path: Path = []): readonly Member[] {
  const schema = schemaAt(kind, path) ?? {};
  const below = membersOf(kind, path).map(({ name }) => name);
  if (schema.items !== undefined) below.push('0');
  if (schema.additionalProperties !== undefined) below.push('com.example.key');
  const own = path.length === 0 ? [] : [{ path, schema }];
  return [...own, ...below.flatMap((name) => allMembersOf(kind, [...path, name]))];
}

function isAllowed({ type, const: constant, maxProperties }: SchemaNode, name: string, json: string): boolean {
  if (constant !== undefined) return false;
  return maxProperties === 0 ? json === '{}' : [type ?? []].flat().includes(name);
}

function hasErrorAt(kind: Kind, text: string, path: Path): boolean {
  const document = readDocument('file:///document.json', text, { associated: kind });
  const pointer = `/${path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  return lint(document, defaultRuleSettings).some((one) => one.severity === 'error' && one.pointer === pointer);
}

/** The valid document of a kind with one value replaced, and whatever must surround it. */
function textWith(kind: Kind, path: Path, json: string, change: object = {}): string {
  const placeholder = '\u0001';
  const document: Record<string, unknown> = structuredClone({ ...sound[kind], ...change });
  let here: unknown = document;
  path.slice(0, -1).forEach((step, at) => {
    const object = here as Record<string, unknown>;
    const isList = schemaAt(kind, path.slice(0, at + 1))?.items !== undefined;
    if (typeof object[step] !== 'object' || object[step] === null) object[step] = isList ? [] : {};
    here = object[step];
  });
  (here as Record<string, unknown>)[path.at(-1) ?? ''] = placeholder;
  return JSON.stringify(document).replace(JSON.stringify(placeholder), () => json);
}

function helmChart(): object {
  const { config, ...rest } = (sound.manifest ?? {}) as { readonly config: object };
  return { ...rest, config: { ...config, mediaType: 'application/vnd.cncf.helm.config.v1+json' } };
}
