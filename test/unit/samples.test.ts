/** Regenerating the samples changes nothing, and their descriptors match their content. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { decompress } from 'fzstd';
import * as read from './sample-layout.ts';
import { type ReadDescriptor, type ReadDocument, sha256 } from './sample-layout.ts';

const script = fileURLToPath(new URL('../../scripts/samples.ts', import.meta.url));
const layouts = ['package-index', 'image-layout', 'broken/oci-layout-version'];

describe('the script that writes the samples', () => {
  it('would write the folder as committed', () => {
    assert.deepEqual(run('--check'), { status: 0, stderr: '' });
  });

  it('names the first stale file, and repairs everything except foreign files', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'samples-'));
    t.after(() => rmSync(folder, { recursive: true }));
    assert.equal(run(folder).status, 0);
    assert.equal(run('--check', folder).status, 0);
    appendFileSync(join(folder, 'single', 'index.json'), '\n');
    writeFileSync(join(folder, 'single', 'stray.json'), '{}');
    rmSync(join(folder, 'single', 'manifest.json'));
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    for (const name of ['index.json', 'manifest.json', 'stray.json']) {
      const { status, stderr } = run('--check', folder);
      assert.equal(status, 1);
      assert.ok(stderr.includes(join('single', name)), stderr);
      if (name === 'stray.json') continue;
      writeFileSync(join(folder, 'single', name), readFileSync(join(read.samples, 'single', name)));
    }
    assert.equal(run(folder).status, 0);
    assert.equal(run('--check', folder).status, 0);
    assert.ok(!existsSync(join(folder, 'single', 'stray.json')), "!existsSync(join(folder, 'single', 'stray.json'))");
    assert.equal(readFileSync(join(folder, 'notes.txt'), 'utf8'), 'mine');
  });
});

for (const layout of layouts) {
  describe(`samples/${layout}`, () => {
    const reached = read.reachedDescriptors(layout);

    it('names every blob by its digest', () => {
      for (const digest of read.blobDigests(layout)) assert.equal(sha256(read.readBlob(layout, { digest })), digest);
    });

    it('contains exactly the referenced blobs, in their declared sizes', () => {
      assert.ok(reached.length > 0, 'reached.length > 0');
      for (const descriptor of reached) assert.equal(read.readBlob(layout, descriptor).length, descriptor.size);
      assert.deepEqual(new Set(reached.map(({ digest }) => digest)), new Set(read.blobDigests(layout)));
    });

    it('embeds the actual content wherever it embeds any', () => {
      const embedded = reached.filter(({ data }) => data !== undefined);
      assert.ok(embedded.length > 0, 'embedded.length > 0');
      for (const descriptor of embedded) {
        assert.equal(read.readBlob(layout, descriptor).toString('base64'), descriptor.data);
      }
    });

    it('has descriptors that match the documents they describe', () => {
      for (const descriptor of reached.filter(({ mediaType }) => /\.(index|manifest)\.v1\+json$/.test(mediaType))) {
        const document = read.readDocument(layout, descriptor);
        assert.equal(document.schemaVersion, 2);
        assert.equal(document.mediaType, descriptor.mediaType);
        if (descriptor.artifactType) assert.equal(document.artifactType, descriptor.artifactType);
      }
    });
  });
}

describe('the container image', () => {
  const layout = 'image-layout';
  const index = read.readDocument(layout, read.readIndex(layout).manifests![0]!);
  const images = index.manifests!.filter(({ platform }) => platform?.os !== 'unknown');

  it('has gzip, zstd and uncompressed layers', () => {
    const types = images.flatMap((image) => read.readDocument(layout, image).layers!.map(({ mediaType }) => mediaType));
    const tar = 'application/vnd.oci.image.layer.v1.tar';
    assert.deepEqual(new Set(types), new Set([`${tar}+gzip`, `${tar}+zstd`, tar]));
  });

  it('has configs that match the index and the layers', () => {
    for (const image of images) {
      const { config, layers } = read.readDocument(layout, image);
      const { architecture, os, variant, rootfs, history } = JSON.parse(read.readBlob(layout, config!).toString());
      assert.deepEqual({ architecture, os, ...(variant && { variant }) }, image.platform);
      assert.deepEqual(
        rootfs.diff_ids,
        layers!.map((layer) => sha256(uncompressed(layer, read.readBlob(layout, layer)))),
      );
      const withLayer = history.filter(({ empty_layer }: { empty_layer?: boolean }) => !empty_layer);
      assert.equal(withLayer.length, layers!.length);
    }
  });

  it('has an attestation for each platform whose subject is that image', () => {
    const attestations = index.manifests!.filter(({ platform }) => platform?.os === 'unknown');
    const subjects = attestations.map((attestation) => read.readDocument(layout, attestation).subject!.digest);
    assert.deepEqual(
      subjects,
      images.map(({ digest }) => digest),
    );
    for (const { annotations } of attestations)
      assert.ok(
        subjects.includes(annotations!['vnd.docker.reference.digest']!),
        "subjects.includes(annotations!['vnd.docker.reference.digest']!)",
      );
  });
});

describe('the package', () => {
  const layout = 'package-index';
  const [packageIndex, sbom, signature] = read.readIndex(layout).manifests as [
    ReadDescriptor,
    ReadDescriptor,
    ReadDescriptor,
  ];
  const layerOf = ({ layers }: ReadDocument): Buffer => read.readBlob(layout, layers![0]!);

  it('lists its parts, and the plugins as subjects of their SBOMs', () => {
    const { manifests } = read.readDocument(layout, packageIndex);
    const plugins = manifests!.filter(({ platform }) => platform);
    const others = manifests!.filter(({ platform }) => !platform).map((part) => read.readDocument(layout, part));
    const subjects = others.flatMap(({ subject }) => (subject ? [subject.digest] : []));
    assert.equal(plugins.length, 4);
    assert.deepEqual(
      subjects,
      plugins.map(({ digest }) => digest),
    );
  });

  it('is the subject of an SBOM and a signature', () => {
    for (const part of [sbom, signature]) {
      assert.equal(read.readDocument(layout, part).subject!.digest, packageIndex.digest);
    }
  });

  it('has SBOMs whose relationships resolve', () => {
    const manifests = [sbom, ...read.readDocument(layout, packageIndex).manifests!];
    const sboms = manifests.filter(({ artifactType }) => artifactType === 'application/spdx+json');
    assert.equal(sboms.length, 5);
    for (const descriptor of sboms) {
      const spdx = JSON.parse(layerOf(read.readDocument(layout, descriptor)).toString());
      const ids = new Set([spdx.SPDXID, ...spdx.packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID)]);
      assert.equal(ids.size, spdx.packages.length + 1);
      for (const { spdxElementId, relatedSpdxElement } of spdx.relationships) {
        assert.ok(
          ids.has(spdxElementId) && ids.has(relatedSpdxElement),
          'ids.has(spdxElementId) && ids.has(relatedSpdxElement)',
        );
      }
    }
  });

  it('contains a valid JSON schema', () => {
    const { manifests } = read.readDocument(layout, packageIndex);
    const schema = manifests!.find(({ artifactType }) => artifactType === 'application/vnd.example.plugin.schema.v1');
    const isSettings = new Ajv2020({ strict: true }).compile(
      JSON.parse(layerOf(read.readDocument(layout, schema!)).toString()),
    );
    assert.ok(
      isSettings({ maxAgeDays: 14, exempt: ['registry.example.com/tools/*'] }),
      "isSettings({ maxAgeDays: 14, exempt: ['registry.example.com/tools/*'] })",
    );
    assert.ok(!isSettings({ maxAgeDays: 0 }), '!isSettings({ maxAgeDays: 0 })');
  });

  it('is signed', () => {
    const { payload, payloadType, signatures } = JSON.parse(
      layerOf(read.readDocument(layout, signature)).toString(),
    ).dsseEnvelope;
    const statement = Buffer.from(payload, 'base64');
    const signed = Buffer.concat([
      Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} `),
      statement,
    ]);
    const key = createPublicKey(readFileSync(join(read.samples, 'package-index.pub')));
    assert.ok(
      verify(null, signed, key, Buffer.from(signatures[0].sig, 'base64')),
      "verify(null, signed, key, Buffer.from(signatures[0].sig, 'base64'))",
    );
    assert.equal(`sha256:${JSON.parse(statement.toString()).subject[0].digest.sha256}`, packageIndex.digest);
  });
});

describe('samples/single', () => {
  it('is a chain of digests from the descriptor to the layer', () => {
    const file = (name: string): Buffer => readFileSync(join(read.samples, 'single', name));
    const points = ({ digest, size }: ReadDescriptor, name: string): void => {
      assert.deepEqual({ digest, size }, { digest: sha256(file(name)), size: file(name).length });
    };
    const manifest = read.readJson<ReadDocument>('single', 'manifest.json');
    points(read.readJson('single', 'descriptor.json'), 'index.json');
    points(read.readJson<ReadDocument>('single', 'index.json').manifests![0]!, 'manifest.json');
    points(manifest.config!, 'config.json');
    points(manifest.layers![0]!, 'ahoy.tar.gz');
    const config = JSON.parse(file('config.json').toString());
    assert.deepEqual(config.rootfs.diff_ids, [sha256(gunzipSync(file('ahoy.tar.gz')))]);
  });
});

function uncompressed({ mediaType }: ReadDescriptor, content: Buffer): Uint8Array {
  if (mediaType.endsWith('+gzip')) return gunzipSync(content);
  return mediaType.endsWith('+zstd') ? decompress(content) : content;
}

function run(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8' });
  return { status, stderr };
}
