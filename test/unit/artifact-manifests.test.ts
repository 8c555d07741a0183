/** OCI artifact manifests, dropped before v1.1, are read, followed and verified like other manifests. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, toJson } from './image-layout.ts';

const types = ['application/vnd.oci.artifact.manifest.v1+json', 'application/vnd.cncf.oras.artifact.manifest.v1+json'];
const sbom = '{"spdxVersion":"SPDX-2.3"}';

for (const mediaType of types) {
  const layout = (blob: object, files: Readonly<Record<string, string>> = { [blobOf(sbom)]: sbom }) => {
    const manifest = toJson({ mediaType, artifactType: 'application/spdx+json', blobs: [blob] });
    return {
      'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
      'index.json': toJson({ schemaVersion: 2, manifests: [descriptorOf(mediaType, manifest)] }),
      [blobOf(manifest)]: manifest,
      ...files,
    };
  };
  const found = async (cwd: string) => {
    const { stdout } = await ociLint(['--format', 'json', '--verify', '.'], { cwd });
    const all: { path: string; diagnostics: { rule: string; pointer: string }[] }[] = JSON.parse(stdout).files;
    return all
      .filter(({ path }) => path.startsWith('blobs/'))
      .flatMap(({ diagnostics }) => diagnostics.map(({ rule, pointer }) => `${rule} ${pointer}`));
  };
  const withdrawn = 'artifact-manifest-withdrawn /mediaType';

  describe(mediaType, () => {
    const blob = descriptorOf('application/spdx+json', sbom);
    it('accepts a valid artifact manifest', async (t) =>
      assert.deepEqual(await found(await folderWith(t, layout(blob))), [withdrawn]));

    it('reports a blob of the wrong size', async (t) => {
      const cwd = await folderWith(t, layout({ ...blob, size: 3 }));
      assert.deepEqual(await found(cwd), [withdrawn, 'descriptor-size-matches /blobs/0/size']);
    });

    it('reports a blob with the wrong content', async (t) => {
      const cwd = await folderWith(t, layout(blob, { [blobOf(sbom)]: sbom.replace('2.3', '2.2') }));
      assert.deepEqual(await found(cwd), [
        withdrawn,
        'descriptor-digest-matches /blobs/0/digest',
        'blob-name-matches ',
      ]);
    });

    it('reports a missing blob', async (t) => {
      const cwd = await folderWith(t, layout(blob, {}));
      assert.deepEqual(await found(cwd), [withdrawn, 'content-missing /blobs/0/digest']);
    });

    it('rehash updates the digest of an edited artifact manifest in the index', async (t) => {
      const files = layout(blob);
      const [name = '', text = ''] =
        Object.entries(files).find(([path, content]) => path.startsWith('blobs/') && content.includes('blobs')) ?? [];
      const cwd = await folderWith(t, { ...files, [name]: text.replace('spdx+json', 'vnd.example') });
      assert.equal((await ociLint(['rehash', '.'], { cwd })).status, 0);
      const index = JSON.parse(readFileSync(join(cwd, 'index.json'), 'utf8'));
      assert.equal(index.manifests[0].digest, descriptorOf(mediaType, text.replace('spdx+json', 'vnd.example')).digest);
    });
  });
}
