/** `rehash` gives manifests new digests, and names the signatures and attestations of the old ones. */
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, imageLayout, manifestType, toJson } from './image-layout.ts';

const image = imageLayout();
const [, , manifest] = Object.keys(image).filter((name) => name.startsWith('blobs/')) as [string, string, string];
const signed = descriptorOf(manifestType, image[manifest]!);
const [, hex] = signed.digest.split(':') as [string, string];

const statement = (sha256: string): string =>
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: 'b', digest: { sha256: '0'.repeat(64) } },
      { name: 'a', digest: { sha256 } },
    ],
  });
const envelope = (sha256: string) => ({
  payloadType: 'application/vnd.in-toto+json',
  payload: Buffer.from(statement(sha256)).toString('base64'),
  signatures: [],
});

const payloads: Readonly<Record<string, (sha256: string) => string>> = {
  'application/vnd.dev.cosign.simplesigning.v1+json': (sha256) =>
    JSON.stringify({ critical: { image: { 'docker-manifest-digest': `sha256:${sha256}` } } }),
  'application/vnd.in-toto+json': statement,
  'application/vnd.dsse.envelope.v1+json': (sha256) => JSON.stringify(envelope(sha256)),
  'application/vnd.dev.sigstore.bundle.v0.3+json': (sha256) => JSON.stringify({ dsseEnvelope: envelope(sha256) }),
};

/** An image layout with an attached document, which the index lists or which is only a referrer. */
function attached(type: string, payload: string, isListed: boolean) {
  const config = '{}';
  const about = toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: 'application/vnd.example+json',
    config: descriptorOf('application/vnd.oci.empty.v1+json', config),
    layers: [descriptorOf(type, payload)],
    subject: signed,
  });
  const manifests = isListed ? [descriptorOf(manifestType, about), signed] : [signed];
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests };
  const blobs = [config, payload, about].map((content) => [blobOf(content), content] as const);
  return { ...image, ...Object.fromEntries(blobs), 'index.json': toJson(index) };
}

for (const [type, payloadFor] of Object.entries(payloads)) {
  describe(type, () => {
    for (const isListed of [true, false]) {
      it(`names those of an edited manifest, ${isListed ? 'listed in the index' : 'as a referrer only'}`, async (t) => {
        const payload = payloadFor(hex);
        const cwd = await folderWith(t, attached(type, payload, isListed));
        writeFileSync(join(cwd, manifest), `${image[manifest]} `);
        const now = descriptorOf(manifestType, `${image[manifest]} `).digest;
        const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
        const blob = blobOf(payload).slice(0, 'blobs/sha256/'.length + 12);
        const [before, after] = [signed.digest, now].map((digest) => digest.slice(0, 'sha256:'.length + 12));
        const line = `${blob}… refers to ${before}…, which is now ${after}…: sign or attest again\n`;
        assert.ok(stdout.includes(line), stdout);
        assert.equal(status, 0);
        // Afterwards, the linter reports it.
        const check = await ociLint(['--verify', '--format', 'concise', '.'], { cwd });
        assert.equal(/signature-subject-mismatch/.test(check.stdout), isListed, check.stdout);
      });
    }
    it('names none if the manifest is unchanged', async (t) => {
      const cwd = await folderWith(t, attached(type, payloadFor(hex), true));
      const { stdout } = await ociLint(['rehash', '.'], { cwd });
      assert.equal(stdout, 'All digests and sizes are up to date.\n');
      assert.equal(readdirSync(join(cwd, 'blobs/sha256')).length, 6);
    });
  });
}
