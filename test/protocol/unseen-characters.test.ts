/** Texts from documents appear in lenses, problems, hints and titles in one line, without control characters. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

/** Commands of terminals and build servers, a hyperlink, and characters that reverse what follows. */
const hostile =
  'a\n::error::x \u001b[31m \u001b]8;;http://b.example\u0007c\u001b]8;;\u0007 \u009b31m \u202ed \u0085 \u2028';

const control = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

function blobOf(value: object, mediaType: string) {
  const text = JSON.stringify(value);
  const hex = createHash('sha256').update(text).digest('hex');
  return {
    path: `blobs/sha256/${hex}`,
    text,
    entry: { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(text) },
  };
}

/** A layout whose documents say this wherever a text may stand. */
function hostileLayout() {
  const platform = { architecture: hostile, os: hostile, variant: hostile };
  const annotations = Object.fromEntries(
    ['title', 'ref.name', 'created'].map((name) => [`org.opencontainers.image.${name}`, hostile]),
  );
  const config = blobOf(
    { ...platform, author: hostile, config: { Env: [hostile] }, rootfs: { type: hostile, diff_ids: [hostile] } },
    'application/vnd.oci.image.config.v1+json',
  );
  const image = {
    schemaVersion: 2,
    config: config.entry,
    layers: [{ ...config.entry, mediaType: hostile, urls: [hostile] }],
  };
  const manifest = blobOf(
    { ...image, artifactType: hostile, annotations },
    'application/vnd.oci.image.manifest.v1+json',
  );
  const entries = [
    { ...manifest.entry, platform, annotations },
    { ...manifest.entry, platform: { architecture: 'amd64', os: 'linux' } },
  ];
  return {
    'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'index.json': JSON.stringify({ schemaVersion: 2, manifests: entries, annotations }),
    [manifest.path]: manifest.text,
    [config.path]: config.text,
  };
}

for (const door of doors) {
  test(`${door.name}: no text of a document controls a terminal, a log or the direction of a line`, async (context) => {
    const layout = hostileLayout();
    const folder = testFolder(context, layout);
    const editor = await startEditor(door);
    const said: string[] = [];
    for (const [path, text] of Object.entries(layout)) {
      const document = await editor.open(folder.uri(path), text);
      const problems = await document.diagnostics();
      said.push(
        ...problems.flatMap(({ message, relatedInformation = [] }) => [
          typeof message === 'string' ? message : message.value,
          ...relatedInformation.map((one) => one.message),
        ]),
      );
      said.push(...(await document.lenses()), ...(await document.actions()).map(({ title }) => title));
    }
    assert.ok(said.length > 20, `only ${said.length} texts`);
    assert.deepEqual(
      said.filter((text) => control.test(text)),
      [],
    );
    await editor.quit();
  });
}
