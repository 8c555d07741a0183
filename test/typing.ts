/** Documents, and what people do to them: they type, paste, move entries, and break the text. */
import fc from 'fast-check';
import type { TextEdit } from '../server/src/syntax/edit.ts';

const digest = (n: number) => `sha256:${String(n % 10).repeat(64)}`;
const entry = (n: number, more = '') =>
  `{ "mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "${digest(n)}", "size": ${n + 400},
      "platform": { "os": "linux", "architecture": "${n % 2 ? 'amd64' : 'arm64'}" }${more} }`;
const named = (name: string) => `, "annotations": { "org.opencontainers.image.ref.name": "${name}" }`;
const indexOf = (entries: readonly string[], more = '') =>
  `{\n  "schemaVersion": 2,\n  "mediaType": "application/vnd.oci.image.index.v1+json",\n  "manifests": [\n    ${entries.join(',\n    ')}\n  ]${more}\n}\n`;
const layer = (n: number) =>
  `{ "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "${digest(n)}", "size": ${n} }`;

export const texts: readonly string[] = [
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
export const pieces: readonly string[] = [
  ...[
    '',
    '',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '"',
    "'",
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
    '//',
    '/*',
    '*/',
    '#',
    ';',
    '0',
    '-',
    '1',
    'e1',
  ],
  ...[
    '.0',
    'null',
    'nul',
    'true',
    '😀',
    '\ud83d',
    '\ude00',
    '\u0000',
    '\uffff',
    '"two\nlines"',
    '}, {',
    '] , [',
    ', { "c": [] }',
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

/** One thing that somebody does to a text. */
export interface Typing {
  readonly how: 'anywhere' | 'value' | 'item';
  /** A share of the text. */
  readonly at: number;
  readonly length: number;
  /** A share of the text to paste. */
  readonly from: number;
  readonly isPasted: boolean;
  readonly piece: string;
  readonly token: string;
}

/** What may stand in the place of a name or value, and leaves the text sound. */
export const tokens: readonly string[] = [
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
/** True once in so many draws. */
export const oneIn = (n: number) => fc.nat(n - 1).map((drawn) => drawn === 0);

/**
 * Anything that somebody may do to a text. To be drawn without fast-check's liking for the first and the last (`fc.noBias`): few
 * edits would be in the middle.
 */
export const typings = {
  how: fc.constantFrom('anywhere' as const, 'value' as const, 'value' as const, 'item' as const),
  at: place,
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(8), fc.nat(60), fc.nat(400)),
  from: place,
  isPasted: oneIn(4),
  piece: fc.constantFrom(...pieces),
  token: fc.constantFrom(...tokens),
};

/** What it does to this text. */
export function typedIn(text: string, typing: Typing): TextEdit {
  const { how, at, length, from, isPasted, piece, token } = typing;
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
