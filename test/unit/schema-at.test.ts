/** What hovers and completion learn from the schemas. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { kinds } from '../../server/src/oci/kind.ts';
import { kindRowOf } from '../../server/src/oci/kinds.ts';
import { membersOf, type SchemaNode, schemaAt, thingAt } from '../../server/src/schema/schema-at.ts';
import { schemaFiles, schemaIn } from '../../server/src/schema/schemas.ts';

describe('schemaAt', () => {
  it('finds a property by its path, through arrays and references', () => {
    assert.equal(schemaAt('manifest', [])?.title, 'Image manifest');
    assert.equal(schemaAt('index', ['manifests', 0, 'platform', 'os.version'])?.title, 'System version');
    assert.equal(schemaAt('index', ['manifests', '0', 'size'])?.type, 'integer');
    assert.equal(schemaAt('docker-config', ['history', 3, 'created'])?.title, 'Created');
  });

  it('prefers the description of the location over that of a shared definition', () => {
    const layer = schemaAt('manifest', ['layers', 0]);
    assert.equal(layer?.title, 'Layer');
    assert.deepEqual(layer?.required, ['mediaType', 'digest', 'size']);
    assert.equal(thingAt('manifest', ['layers', 0]), 'Descriptor');
  });

  it('covers the entries of maps with any key', () => {
    assert.equal(schemaAt('index', ['annotations', '__proto__'])?.title, 'Annotation');
  });

  it('returns nothing where the schema has nothing', () => {
    assert.equal(schemaAt('manifest', ['constructor']), undefined);
    assert.equal(schemaAt('manifest', ['layers', 'x']), undefined);
    assert.equal(schemaAt('manifest', ['config', 'size', 'deeper']), undefined);
    assert.equal(schemaAt('docker-schema1', []), undefined);
  });
});

describe('membersOf', () => {
  it('lists the properties of an object, and which are required', () => {
    const members = membersOf('manifest', ['config']).map(({ name, required }) => `${name}${required ? '!' : ''}`);
    assert.deepEqual(members.slice(0, 4), ['mediaType!', 'digest!', 'size!', 'urls']);
    assert.deepEqual(membersOf('manifest', ['config', 'size']), []);
    assert.deepEqual(membersOf('docker-schema1', []), []);
  });
});

describe('the schemas', () => {
  it('exist for each kind, plus the shared definitions', () => {
    const named = kinds.flatMap((kind) => kindRowOf(kind).schema ?? []).map((name) => `${name}.schema.json`);
    const files = readdirSync(new URL('../../schemas/', import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .sort();
    assert.deepEqual([...named, 'definitions.schema.json'].sort(), files);
    assert.deepEqual([...schemaFiles].sort(), files);
  });

  for (const file of schemaFiles) {
    const root = schemaIn(file) ?? {};
    it(`describe every property: ${file}`, () => {
      for (const [place, node] of nodesOf(root, file)) checkWords(place, node);
    });
  }
});

function checkWords(place: string, node: SchemaNode): void {
  const { $ref, title, description, ...rest } = node;
  if ($ref !== undefined) {
    // JSON Schema draft 7 ignores siblings of $ref, so only annotations may be there.
    const notes = ['clauses', 'examples'];
    assert.deepEqual(
      Object.keys(rest).filter((name) => !notes.includes(name)),
      [],
      place,
    );
    if (title === undefined && description === undefined) return;
  }
  assert.ok(title !== undefined && /^[A-Z].*[^.]$/.test(title), `${place} has a title`);
  assert.ok(description !== undefined && /^[A-Z`].*[.:]$/.test(description), `${place} has a description`);
  assert.ok(description.length <= 300 && !/<\w/.test(description), `${place} is short and without HTML`);
  if (node.pattern !== undefined) assert.match(node.patternErrorMessage ?? '', /\.$/, place);
}

/** Every nested schema with its location in words. */
function* nodesOf(
  node: SchemaNode & { definitions?: SchemaNode['properties'] },
  place: string,
): Iterable<[string, SchemaNode]> {
  yield [place, node];
  const { items, additionalProperties, properties, definitions } = node;
  for (const below of [items, additionalProperties]) if (below !== undefined) yield* nodesOf(below, `${place}/*`);
  for (const members of [properties, definitions]) {
    for (const [name, member] of Object.entries(members ?? {})) yield* nodesOf(member, `${place}/${name}`);
  }
}
