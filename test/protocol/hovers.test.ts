import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Location } from 'vscode-languageserver-types';
import {
  blobOf,
  type Content,
  descriptorOf,
  digestOf,
  imageLayout,
  layerTypes,
  manifestType,
  toJson,
} from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

/** A tar header, and the file after it. */
function tarEntry(name: string, content: string): Uint8Array {
  const block = Buffer.alloc(512 + Math.ceil(content.length / 512) * 512);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  block.write('        0ustar\u000000', 148);
  block.write(content, 512);
  const sum = block.subarray(0, 512).reduce((all, byte) => all + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const hostile = 'a`b|<img src=x>[x](command:evil)';
const tar = Buffer.concat([
  tarEntry('etc/passwd', 'root'),
  tarEntry(hostile, ''),
  ...Array.from({ length: 8 }, (_, at) => tarEntry(`usr/bin/${at}`, '')),
  Buffer.alloc(1024),
]);

/** The manifest of a layout, with the cursor before the digest of its layer. */
function atLayer(files: Record<string, Content>): readonly [path: string, text: string] {
  const path = Object.keys(files).filter((name) => name.startsWith('blobs/'))[2]!;
  const text = files[path] as string;
  const at = text.lastIndexOf('sha256:');
  return [path, `${text.slice(0, at)}‸${text.slice(at)}`];
}

for (const door of doors) {
  test(`${door.name}: the hover on a layer shows its compression and its files`, async (context) => {
    const files = imageLayout({ tar });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const [path, text] = atLayer(files);
    const card = await (await editor.open(folder.uri(path), text)).card();
    assert.match(card, /\n- gzip, 6\.66 kB uncompressed\n/);
    assert.ok(card.includes(`- DiffID \`${digestOf(tar)}\`\n`), card);
    assert.match(card, /\n- 10 entries:\n {2}- `etc\/passwd`\n/);
    assert.match(card, /\n {2}- and 2 more\n/);
    assert.ok(card.includes('`aˋb¦<img src=x>[x](command:evil)`'), card);
    await editor.quit();
  });

  test(`${door.name}: a layer of many gzip members is read whole, as eStargz packs one for each file`, async (context) => {
    const members = [tar.subarray(0, 700), tar.subarray(700, 1024), tar.subarray(1024), Buffer.alloc(0)];
    const files = imageLayout({ tar, pack: () => Buffer.concat(members.map((member) => gzipSync(member))) });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const [path, text] = atLayer(files);
    const card = await (await editor.open(folder.uri(path), text)).card();
    assert.match(card, /\n- gzip, 6\.66 kB uncompressed\n/);
    assert.ok(card.includes(`- DiffID \`${digestOf(tar)}\`\n`), card);
    await editor.quit();
  });

  test(`${door.name}: the hover on binary content shows its first bytes`, async (context) => {
    const bytes = randomFillSync(Buffer.alloc(100));
    bytes.write('\0```');
    const files = imageLayout({ tar: bytes, pack: (whole) => whole, layerType: layerTypes.plain });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const [path, text] = atLayer(files);
    const card = await (await editor.open(folder.uri(path), text)).card();
    assert.match(card, /\n```text\n0000 {2}00 60 60 60 .*\n0010 {2}/);
    assert.equal(card.match(/```/g)?.length, 2);
    await editor.quit();
  });

  test(`${door.name}: broken content and bombs are reported in one line`, async (context) => {
    const files = imageLayout({ pack: () => Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const [path, text] = atLayer(files);
    assert.match(await (await editor.open(folder.uri(path), text)).card(), /\n- gzip, cannot be decompressed\n/);
    await editor.quit();
  });

  test(`${door.name}: the hover on an index shows attestations below their images, image sizes, and links`, async (context) => {
    const files = imageLayout();
    const blobs = Object.keys(files).filter((name) => name.startsWith('blobs/'));
    const [layer, config, manifest] = blobs.map((name) => files[name]!) as [Uint8Array, string, string];
    const attestation = toJson({ ...JSON.parse(manifest), layers: [] });
    const inner = toJson({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        {
          ...descriptorOf(manifestType, attestation),
          platform: { architecture: 'unknown', os: 'unknown' },
          annotations: {
            'vnd.docker.reference.type': 'attestation-manifest',
            'vnd.docker.reference.digest': digestOf(manifest),
          },
        },
        { ...descriptorOf(manifestType, 'elsewhere'), platform: { architecture: 's390x', os: 'linux' } },
        { ...descriptorOf(manifestType, manifest), platform: { architecture: 'arm64', os: 'linux' } },
      ],
    });
    const index = toJson({
      schemaVersion: 2,
      manifests: [descriptorOf('application/vnd.oci.image.index.v1+json', inner)],
    });
    const folder = testFolder(context, {
      ...files,
      [blobOf(attestation)]: attestation,
      [blobOf(inner)]: inner,
      'index.json': index,
    });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('index.json'), index.replace('sha256:', 'sha256:‸'));
    const rows = (await document.card()).split('\n').filter((line) => line.startsWith('| '));
    const link = (content: string) =>
      `[\`${digestOf(content).slice(0, 19)}…\`](${folder.uri(blobOf(content)).replaceAll('%3A', ':')})`;
    assert.deepEqual(rows.slice(1), [
      `| linux/s390x | \`${digestOf('elsewhere').slice(0, 19)}…\` | 9 B |  |`,
      `| linux/arm64 | ${link(manifest)} | ${manifest.length} B | ${config.length + layer.length} B |`,
      `| ↳ attestation\\-manifest | ${link(attestation)} | ${attestation.length} B | ${config.length} B |`,
    ]);
    await editor.quit();
  });

  test(`${door.name}: a layer, its DiffID and its history entry link to each other`, async (context) => {
    const history = [{ created_by: 'ENV A=b', empty_layer: true }, { created_by: 'COPY . /app' }];
    const files = imageLayout({ tar, config: { history } });
    const folder = testFolder(context, files);
    const [, config, manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [
      string,
      string,
      string,
    ];
    const editor = await startEditor(door);
    const textOf = (path: string, word: string) => (files[path] as string).replace(word, `${word}‸`);
    const places = (found: readonly Location[]) => found.map(({ uri, range }) => [uri, range.start.line]);
    const layerLine = (files[manifest] as string).split('\n').findLastIndex((line) => line.includes('"digest"'));
    const [diffIdLine, historyLine] = ['"sha256:', '"COPY'].map((word) =>
      (files[config] as string).split('\n').findIndex((line) => line.includes(word)),
    ) as [number, number];
    const inManifest = [folder.uri(manifest), layerLine];
    const all = [inManifest, [folder.uri(config), diffIdLine], [folder.uri(config), historyLine - 1]];

    for (const word of ['"sha256:', '"COPY . ']) {
      const document = await editor.open(folder.uri(config), textOf(config, word));
      const card = await document.card();
      assert.match(card, /^\*\*Layer 1 of 1\*\*\n- created by `COPY \. \/app`\n- declared DiffID `sha256:/);
      assert.match(card, /\n- gzip, /);
      assert.deepEqual(places([(await document.definition())!]), [inManifest]);
      assert.deepEqual(places(await document.references()), all);
      await document.close();
    }
    const [path, text] = atLayer(files);
    const document = await editor.open(folder.uri(path), text);
    assert.match(await document.card(), /\n- created by `COPY \. \/app`/);
    assert.deepEqual(places(await document.references()), all);
    await editor.quit();
  });

  test(`${door.name}: a history entry without a layer links to none`, async (context) => {
    const history = [{ created_by: 'ENV A=b', empty_layer: true }, { created_by: 'COPY . /app' }];
    const files = imageLayout({ config: { history } });
    const folder = testFolder(context, files);
    const config = Object.keys(files).filter((name) => name.startsWith('blobs/'))[1]!;
    const editor = await startEditor(door);
    const text = (files[config] as string).replace('"ENV', '"‸ENV');
    const document = await editor.open(folder.uri(config), text);
    assert.doesNotMatch(await document.card(), /Layer/);
    assert.equal(await document.definition(), null);
    await editor.quit();
  });

  test(`${door.name}: hovers explain artifact types, media types and annotations`, async (context) => {
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const cardOn = async (value: object, word: string) => {
      const text = toJson(value).replace(word, `${word.slice(0, 4)}‸${word.slice(4)}`);
      return (await editor.open(folder.uri('a.json'), text)).card();
    };
    const manifest = {
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'application/vnd.helm.plugin.v1+json',
      config: descriptorOf('application/vnd.oci.empty.v1+json', '{}'),
      layers: [],
      annotations: { 'org.opencontainers.image.created': '2025-01-01T00:00:00Z' },
    };
    assert.match(await cardOn(manifest, 'application/vnd.helm.plugin'), /^\*\*Helm plugin\*\* · Helm\n/);
    assert.match(await cardOn(manifest, 'application/vnd.oci.image.manifest'), /image manifest/i);
    const created = await cardOn(manifest, 'org.opencontainers.image.created');
    assert.match(
      created,
      /^`org\.opencontainers\.image\.created` · OCI\n\nWhen the image was built\\\. Format: date and time \(RFC 3339\)\./,
    );
    await editor.quit();
  });

  test(`${door.name}: every value of a descriptor shows its content below the explanation of the value`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = JSON.parse(files['index.json'] as string);
    index.manifests[0] = {
      ...index.manifests[0],
      artifactType: 'application/spdx+json',
      platform: { os: 'linux', architecture: 'arm64' },
      annotations: { 'org.opencontainers.image.ref.name': '1.2' },
    };
    const text = toJson(index);
    const card = /\*\*Image manifest\*\* .*\n✓ sha256 verified/;
    for (const [word, first] of [
      ['"arm64"', card],
      ['"1.2"', /^`org\.opencontainers\.image\.ref\.name`/],
      ['"application/spdx+json"', /^\*\*SPDX SBOM\*\*/],
      [`"${manifestType}"`, /^\*\*OCI image manifest\*\*/],
    ] as const) {
      const hover = await (
        await editor.open(folder.uri('index.json'), text.replace(word, `"‸${word.slice(1)}`))
      ).card();
      assert.match(hover, first);
      assert.match(hover, card);
    }
    const entry = text.indexOf('{', 1);
    const onBrace = await editor.open(folder.uri('index.json'), `${text.slice(0, entry)}‸${text.slice(entry)}`);
    assert.match(await onBrace.card(), card);
    await editor.quit();
  });

  test(`${door.name}: embedded text is decoded and shown as plain text`, async (context) => {
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const text = 'first `line`\n```\n[x](command:evil)\u202e';
    const layer = { ...descriptorOf('text/plain', text), data: Buffer.from(text).toString('base64') };
    const manifest = toJson({ schemaVersion: 2, mediaType: manifestType, layers: [layer] });
    const card = await (await editor.open(folder.uri('a.json'), manifest.replace('"data": "', '"data": "‸'))).card();
    assert.ok(card.endsWith('\n\n````\nfirst `line`\n```\n[x](command:evil)\ufffd\n````'), card);
    await editor.quit();
  });
}
