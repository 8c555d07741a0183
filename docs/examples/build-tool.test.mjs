// A build tool that writes an OCI layout, and checks what it wrote before anybody gets it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lintLayout } from 'oci-lint';
import { filesIn } from 'oci-lint/node';

/** Throws with one line for each error in a layout. */
export async function assertLayout(folder) {
  const { errors, files } = await lintLayout(filesIn(folder));
  if (errors === 0) return;
  const lines = files.flatMap(({ path, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ range, message, rule }) => `${path}:${range.start.line + 1}: ${message} (${rule})`),
  );
  throw new Error(`${folder} is not a sound OCI layout:\n${lines.join('\n')}`);
}

test('the output is checked with every blob', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'layout-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
  const addBlob = (mediaType, content) => {
    const hex = createHash('sha256').update(content).digest('hex');
    writeFileSync(join(folder, 'blobs/sha256', hex), content);
    return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(content) };
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/vnd.example.note.v1',
    config: addBlob('application/vnd.oci.empty.v1+json', '{}'),
    layers: [addBlob('text/plain', 'Hello.\n')],
  };
  const manifests = [addBlob(manifest.mediaType, JSON.stringify(manifest))];
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  await assertLayout(folder);

  const layer = manifest.layers[0].digest.replace(':', '/');
  writeFileSync(join(folder, 'blobs', layer), 'Hello!\n');
  await assert.rejects(assertLayout(folder), /Digest mismatch/, 'a blob that was changed is found');
});
