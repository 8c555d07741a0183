import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { goLiteral } from '../../server/src/features/go-literal.ts';
import { literalPartsOf } from '../../server/src/features/literal-parts.ts';
import { readDocument } from '../../server/src/oci/document.ts';

/** Where Debian's golang-github-opencontainers-image-spec-dev installs its source. */
const goPath = '/usr/share/gocode';
const run = promisify(execFile);
const hasSpec = existsSync(join(goPath, 'src/github.com/opencontainers/image-spec/specs-go/v1/descriptor.go'));
/** In CI a skipped test is a failure, and Go is too large to be installed for one test: without it there is none. */
const testIfGo = hasSpec && (await hasGo()) ? test : () => {};

const folder = await mkdtemp(join(tmpdir(), 'literals-'));
after(() => rm(folder, { recursive: true, force: true }));

const odd = ['\0', '\x7f', '\ufeff', '\u2028', '\u202e', '`', '"', '\\', '\\u{41}', '%s', '\r\n', '😀', '\u{10ffff}'];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...odd)).map((all) => all.join('')),
);
const some = fc.string({ unit: 'binary', minLength: 1 });

/** Descriptors without empty properties, which Go omits. */
const descriptors = fc.record(
  {
    mediaType: fc.constantFrom('application/vnd.oci.image.manifest.v1+json', 'a/b'),
    digest: fc.constantFrom(`sha256:${'01'.repeat(32)}`, `sha512:${'0f'.repeat(64)}`),
    size: fc.maxSafeNat(),
    urls: fc.array(text, { minLength: 1, maxLength: 4 }),
    annotations: fc.dictionary(text, text, { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
    data: fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    platform: fc.record(
      { architecture: text, os: text, 'os.version': some, 'os.features': fc.array(text, { minLength: 1 }) },
      { requiredKeys: ['architecture', 'os'], noNullPrototype: true },
    ),
    artifactType: fc.constantFrom('application/vnd.example', 'x/y+json'),
  },
  { requiredKeys: ['mediaType', 'digest', 'size'], noNullPrototype: true },
);

testIfGo('Go literals compile to the same descriptor and are formatted as gofmt has them', async () => {
  const samples = fc.sample(descriptors, 100);
  const file = join(folder, 'main.go');
  const literals = samples.map((one) => `\t${goLiteral(partsOf(one)).replaceAll('\n', '\n\t')},\n`).join('');
  const elided = literals.replaceAll(/^\tv1\.Descriptor\{/gm, '\t{');
  await writeFile(
    file,
    `package main

import (
	"encoding/json"
	"os"

	v1 "github.com/opencontainers/image-spec/specs-go/v1"
)

func main() {
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		panic(err)
	}
}

var all = []v1.Descriptor{
${elided}}
`,
  );
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: goPath, GOFLAGS: '', GOCACHE: join(folder, 'cache') };
  const { stdout } = await run('go', ['run', file], { env, maxBuffer: 2 ** 26 });
  assert.deepEqual(JSON.parse(stdout), samples);
  assert.equal((await run('gofmt', ['-l', file])).stdout, '');
});

function partsOf(descriptor: object) {
  const document = JSON.stringify({ schemaVersion: 2, manifests: [descriptor] });
  const [written] = readDocument('mem://test/index.json', document, { path: 'index' }).descriptors;
  const parts = written && literalPartsOf(written);
  assert.ok(parts, 'a descriptor');
  return parts;
}

async function hasGo(): Promise<boolean> {
  return run('go', ['version']).then(
    () => true,
    () => false,
  );
}
