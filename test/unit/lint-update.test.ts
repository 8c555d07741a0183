/** After every edit the findings are those of a document that is read and judged for the first time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { lensesOf } from '../../server/src/features/lenses.ts';
import { outlineOf } from '../../server/src/features/outline.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import type { KindHints } from '../../server/src/oci/decide-kind.ts';
import { type OciDocument, readDocument, readEdited } from '../../server/src/oci/document.ts';
import type { RuleSettings } from '../../server/src/rules/support/settings.ts';
import { applyEdits, type TextEdit } from '../../server/src/syntax/edit.ts';
import { memoryFiles } from './memory-files.ts';

const uri = 'file:///index.json';
const digest = (n: number) => `sha256:${String(n % 10).repeat(64)}`;
const entry = (n: number, more = '') =>
  `{ "mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "${digest(n)}", "size": ${n + 400},
      "platform": { "os": "linux", "architecture": "${n % 2 ? 'amd64' : 'arm64'}" }${more} }`;
const named = (name: string) => `, "annotations": { "org.opencontainers.image.ref.name": "${name}" }`;
const indexOf = (entries: readonly string[], more = '') =>
  `{\n  "schemaVersion": 2,\n  "mediaType": "application/vnd.oci.image.index.v1+json",\n  "manifests": [\n    ${entries.join(',\n    ')}\n  ]${more}\n}\n`;
const layer = (n: number) =>
  `{ "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "${digest(n)}", "size": ${n} }`;

const texts: readonly string[] = [
  indexOf([1, 2, 3, 4, 5, 6].map((n) => entry(n))),
  indexOf(
    [1, 2, 3, 4].map((n) => entry(n, named(`v${n}`))),
    `,\n  "annotations": { "org.opencontainers.image.created": "2024-01-01" }`,
  ),
  indexOf([entry(1), entry(1), entry(2, ', "urls": ["ftp://a/b#c"]'), entry(3, ', "data": "e30="'), '7', '{}']),
  indexOf([
    entry(1, ', "Size": 3, "digset": "x", "size": 4'),
    '{ "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "digest": "sha256:AB", "size": -1 }',
    '{ "mediaType": "application/vnd.oci.image.index.v1+json", "platform": { "os": "windows", "architecture": "x86_64" } }',
    `{ "mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "${digest(7)}", "size": 2e0, "annotations": { "vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": "${digest(1)}" } }`,
  ]),
  indexOf(
    [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [
      entry(n, ', "urls": [1], "annotations": { "a": null }'),
      `{ "mediaType": "", "size": "${n}" }`,
    ]),
  ),
  `{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "artifactType": "a/b",
  "config": { "mediaType": "application/vnd.oci.empty.v1+json", "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "size": 2, "data": "e30=" },
  "layers": [${[1, 2, 3, 4, 5].map(layer).join(', ')}], "subject": ${entry(8)}, "annotations": { "😀": "a", "b": "" } }`,
  `{ "schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.list.v2+json", "manifests": [${entry(1)}, ${entry(2)}, ${entry(3)}] }`,
  `{ "architecture": "amd64", "os": "linux", "rootfs": { "type": "layers", "diff_ids": ["${digest(1)}", "${digest(2)}"] },
  "history": [{ "created": "0001-01-01T00:00:00Z" }, { "empty_layer": true }], "config": { "Env": ["A=b"], "Labels": { "org.opencontainers.image.licenses": "MIT" } } }`,
  entry(5, ', "annotations": { "org.opencontainers.image.authors": "x" }'),
];

/** What people type and paste, and what breaks a text. */
const pieces: readonly string[] = [
  ...[
    '',
    '',
    ' ',
    '\n',
    '\r\n',
    '"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
    '\\',
    '// a\n',
    '/*',
    '0',
    '-',
    '1',
    'e1',
  ],
  ...[
    '.0',
    'null',
    'true',
    '😀',
    '\ud83d',
    '\ude00',
    '\u0000',
    '"a": 1',
    '"size": 7,',
    '"data": "e30=", ',
    'a',
    'A',
    'ſ',
  ],
  ...[
    '"annotations": { "a": "b", "a": "c" },',
    '"platform": { "os": "linux", "architecture": "amd64" },',
    '9'.repeat(20),
  ],
  ...['"mediaType": "application/vnd.oci.image.index.v1+json",', '"artifactType": "application/vnd.cnai.model.x",'],
  ...[
    '"artifactType": "a", ',
    '"subject": {},',
    '"manifests": [],',
    '"config": {}, "layers": [],',
    '"schemaVersion": 1,',
  ],
  ...[entry(1), `, ${entry(3)}`, `${entry(2, named('v1'))},`, '"org.opencontainers.image.title": "x", ', layer(2)],
];

interface Change {
  readonly how: 'anywhere' | 'value' | 'item';
  readonly at: number;
  readonly length: number;
  /** A share of the text to paste. */
  readonly from: number;
  readonly isPasted: boolean;
  readonly piece: string;
  readonly token: string;
  readonly isUndone: boolean;
  readonly isAsked: boolean;
  readonly settings: number;
  readonly isBlob: boolean;
  /** How many findings of a rule are asked for. */
  readonly most: number;
}

/** What may stand in the place of a name or value, and leaves the text sound. */
const tokens: readonly string[] = [
  ...[
    '1',
    '0',
    '401',
    '-1',
    '2.0',
    '1e400',
    '"x"',
    '""',
    '"a/b"',
    '"linux"',
    '"windows"',
    '"amd64"',
    '"x86-64"',
    '"v1"',
  ],
  ...['"size"', '"Size"', '"digest"', '"mediaType"', '"data"', '"urls"', '"os.version"', '"e30="', '"😀"', '"\\u0061"'],
  ...['"org.opencontainers.image.ref.name"', '"org.opencontainers.image.autors"', '"vnd.docker.reference.type"'],
  ...['"application/vnd.oci.image.index.v1+json"', '"application/vnd.docker.image.rootfs.diff.tar.gzip"', '{}', '[]'],
  ...[
    '"application/vnd.cnai.model.x"',
    '"application/vnd.oci.image.manifest.v1-json"',
    `"${digest(1)}"`,
    `"${digest(2)}"`,
  ],
];

const place = fc.integer({ min: 0, max: 9999 }).map((drawn) => drawn / 10_000);
const oneIn = (n: number) => fc.nat(n - 1).map((drawn) => drawn === 0);
/** Without fast-check's liking for the first and the last: few edits would change the middle of a text, and many the settings. */
const changes: fc.Arbitrary<readonly Change[]> = fc.noBias(
  fc.array(
    fc.record({
      how: fc.constantFrom('anywhere', 'value', 'value', 'item'),
      at: place,
      length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(8), fc.nat(60), fc.nat(400)),
      from: place,
      isPasted: oneIn(4),
      piece: fc.constantFrom(...pieces),
      token: fc.constantFrom(...tokens),
      isUndone: oneIn(3),
      isAsked: oneIn(4).map((isLeftOut) => !isLeftOut),
      settings: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
      isBlob: oneIn(12),
      most: oneIn(10).map((isFew) => (isFew ? 2 : 1000)),
    }),
    { minLength: 1, maxLength: 12 },
  ),
);

const strict: RuleSettings = { profile: 'strict', levels: new Map() };
const allSettings: readonly RuleSettings[] = [
  strict,
  { profile: 'recommended', levels: new Map() },
  { profile: 'spec-1.0', levels: new Map([['schema', 'warning'] as const]) },
  { profile: 'portable', levels: new Map([['descriptor-size', 'off'] as const, ['digest-form', 'hint'] as const]) },
];

// OCI_MANIFESTS_RUNS: how many texts are edited, some ten times each; the nightly run asks for many more.
const numRuns = Number(process.env.OCI_MANIFESTS_RUNS ?? 400);

test('findings, lenses and symbols of an edited document equal those of a new one', async () => {
  let edits = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.boolean(), changes, async (start, isCrlf, all) => {
      let document = readDocument(uri, isCrlf ? start.replaceAll('\n', '\r\n') : start);
      lint(document, strict, 1000);
      for (const change of all) {
        const { text } = document.json;
        const edit = toEdit(text, change);
        document = await edited(document, edit, change);
        edits++;
        if (!change.isUndone) continue;
        const end = edit.start + edit.text.length;
        document = await edited(document, { start: edit.start, end, text: text.slice(edit.start, edit.end) }, change);
        edits++;
      }
    }),
    { numRuns },
  );
  if (process.env.OCI_MANIFESTS_RUNS !== undefined) console.log(`${edits} edits`);
});

async function edited(
  before: OciDocument,
  edit: TextEdit,
  { isAsked, settings, isBlob, most }: Change,
): Promise<OciDocument> {
  const text = applyEdits(before.json.text, [edit]);
  const hints: KindHints = { isBlob };
  const updated = readEdited(before, [edit], text, hints);
  if (!isAsked) return updated;
  const fresh = readDocument(uri, text, hints);
  const rules = allSettings[settings] ?? strict;
  const [now, anew] = [seen(lint(updated, rules, most)), seen(lint(fresh, rules, most))];
  if (now !== anew) assert.deepEqual(JSON.parse(now), JSON.parse(anew));
  assert.equal(
    seen(await lensesOf(updated, lenses, uri, contents)),
    seen(await lensesOf(fresh, lenses, uri, contents)),
  );
  assert.equal(seen(outlineOf(updated)), seen(outlineOf(fresh)));
  assert.equal(updated.byteLength, fresh.byteLength);
  return updated;
}

const contents = createContents(memoryFiles([]), startNodeHash);
const lenses = { document: true, descriptors: true };

/** All that there is to see, lone surrogates and all. */
function seen(value: unknown): string {
  return JSON.stringify(value);
}

function toEdit(text: string, change: Change): TextEdit {
  const { how, at, length, from, isPasted, piece, token } = change;
  if (how === 'value') return spanIn(text, /"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE]*/g, at, token);
  if (how === 'item') {
    // An entry is taken away, written twice, or moved on by another one.
    const [taken, copied] = [spanIn(text, entries, at, ''), spanIn(text, entries, from, '')];
    const start = isPasted ? taken.start : taken.end;
    return length === 0 ? taken : { start, end: start, text: text.slice(copied.start, copied.end) };
  }
  const start = Math.floor(at * text.length);
  // Pasted from elsewhere in the text, over what was there.
  const pasted = isPasted ? text.slice(Math.floor(from * text.length)).slice(0, length) : piece;
  return { start, end: Math.min(text.length, start + length), text: pasted };
}

const entries = /\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*,?/g;

/** One of the places of a pattern. */
function spanIn(text: string, pattern: RegExp, at: number, replacement: string): TextEdit {
  const found = [...text.matchAll(pattern)];
  const match = found[Math.floor(at * found.length)];
  return { start: match?.index ?? 0, end: (match?.index ?? 0) + (match?.[0].length ?? 0), text: replacement };
}
