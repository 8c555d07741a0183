import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conversions } from '../../server/src/features/convert/conversions.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { type OciDocument, readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { digestOf } from './image-layout.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const contents = fc.constantFrom(
  { digest: `sha256:${'a'.repeat(64)}`, size: 10 },
  { digest: digestOf('{}'), size: 2 },
  { digest: digestOf('{}'), size: 2, data: 'e30=' },
);
const annotations = maybe(
  fc.dictionary(
    fc.constantFrom(
      ...['org.label-schema.name', 'org.label-schema.schema-version', 'org.label-schema.url', 'com.example.a'],
      ...['org.opencontainers.image.title', 'org.opencontainers.artifact.description'],
    ),
    fc.constantFrom('https://example.com', '1.0'),
  ),
);
const descriptorOf = (...types: readonly string[]) =>
  fc
    .record({ mediaType: fc.constantFrom(...types), content: contents, annotations })
    .map(({ mediaType, content, annotations: written }) => ({ mediaType, ...content, annotations: written }));
const docker = 'application/vnd.docker';
const oci = 'application/vnd.oci.image';
const layers = [
  ...[`${docker}.image.rootfs.diff.tar.gzip`, `${docker}.image.rootfs.foreign.diff.tar.gzip`, 'text/plain'],
  ...[`${oci}.layer.v1.tar`, `${oci}.layer.v1.tar+zstd`, `${oci}.layer.nondistributable.v1.tar+gzip`],
];
const configs = [`${docker}.container.image.v1+json`, `${oci}.config.v1+json`, 'application/vnd.example.config'];
const subject = maybe(descriptorOf(`${oci}.manifest.v1+json`));
const artifactType = maybe(fc.constantFrom('application/vnd.example.a'));

/** Every convertible type of document with properties in any order, and some that cannot be converted. */
const values = fc
  .oneof(
    fc.record({
      schemaVersion: fc.constant(2),
      mediaType: maybe(fc.constantFrom(`${docker}.distribution.manifest.v2+json`, `${oci}.manifest.v1+json`)),
      artifactType,
      config: descriptorOf(...configs),
      layers: fc.array(descriptorOf(...layers), { maxLength: 3 }),
      subject,
      annotations,
    }),
    fc.record({
      schemaVersion: fc.constant(2),
      mediaType: maybe(fc.constantFrom(`${docker}.distribution.manifest.list.v2+json`, `${oci}.index.v1+json`)),
      artifactType,
      manifests: fc.array(descriptorOf(`${docker}.distribution.manifest.v2+json`), { maxLength: 3 }),
      subject,
      annotations,
    }),
    fc.record({
      mediaType: fc.constant('application/vnd.oci.artifact.manifest.v1+json'),
      artifactType,
      blobs: maybe(fc.array(descriptorOf('text/plain'), { maxLength: 2 })),
      subject,
      annotations,
    }),
  )
  .chain((value) =>
    fc.shuffledSubarray(Object.entries(value), { minLength: Object.keys(value).length }).map(Object.fromEntries),
  );
const texts = fc
  .tuple(values, fc.constantFrom(undefined, 2, 4, '\t'), fc.constantFrom('\n', '\r\n'))
  .map(([value, indent, newline]) => JSON.stringify(value, undefined, indent).replaceAll('\n', newline));

test('a conversion yields valid JSON without new errors, and is not offered again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const before = read(text);
      for (const convert of conversions) {
        const conversion = convert(before);
        if (conversion === undefined) continue;
        const sorted = [...conversion.edits].sort((a, b) => a.start - b.start);
        for (const [at, edit] of sorted.entries()) {
          assert.ok(at === 0 || sorted[at - 1]!.end <= edit.start, 'edits that overlap');
          assert.ok(at === 0 || sorted[at - 1]!.start < edit.start, 'two edits at one offset');
        }
        const after = read(applyEdits(text, conversion.edits));
        assert.deepEqual(after.json.faults, []);
        assert.equal(convert(after), undefined, conversion.title);
        const known = errorsOf(before);
        const fresh = errorsOf(after).filter((rule) => !known.includes(rule));
        assert.deepEqual(fresh, [], `${conversion.title}: ${after.json.text}`);
        assert.equal(after.json.text.includes('\n'), text.includes('\n'));
        assert.ok(!/[^\r]\n/.test(after.json.text) || !text.includes('\r\n'), 'unchanged line endings');
      }
    }),
    { numRuns: 1000 },
  );
});

function read(text: string): OciDocument {
  return readDocument('file:///convert.json', text);
}

function errorsOf(document: OciDocument): readonly string[] {
  return lint(document, defaultRuleSettings)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule.id);
}
