import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentHighlight, Location } from 'vscode-languageserver-protocol';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import type { EditedDocument } from './edited-document.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const indexType = 'application/vnd.oci.image.index.v1+json';

/** The highlights at the `at`-th occurrence of a text, each with its line. */
async function marksAt(document: EditedDocument, text: string, at = 0): Promise<string[] | null> {
  const parts = document.text.split(text).slice(0, at + 1);
  const before = parts.join(text);
  const lines = `${before}${text[0]}`.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const marks = await document.request<DocumentHighlight[] | null>('textDocument/documentHighlight', { position });
  const all = document.text.split('\n');
  return (
    marks?.map(({ range: { start, end } }) => {
      const last = start.line === end.line ? end.character : undefined;
      return `${start.line} ${all[start.line]!.slice(start.character, last)}`;
    }) ?? null
  );
}

const platform = (architecture: string) => ({ platform: { os: 'linux', architecture } });

for (const door of doors) {
  test(`${door.name}: highlights equal digests, types and annotations, but no parts of them`, async (context) => {
    const [a, b] = [digestOf('a'), digestOf('b')];
    const entry = { mediaType: manifestType, digest: a, size: 1 };
    const text = toJson({
      schemaVersion: 2,
      mediaType: indexType,
      manifests: [
        { ...entry, annotations: { 'org.opencontainers.image.ref.name': 'v1', 'com.example.other': 'v1' } },
        { ...entry, digest: b, annotations: { 'vnd.docker.reference.digest': a } },
        { ...entry, digest: b, annotations: { 'org.opencontainers.image.ref.name': 'v1' } },
      ],
      subject: entry,
      annotations: { 'org.opencontainers.image.base.name': `example.com/a@${a}` },
    });
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('a.json'), text);
    assert.deepEqual(await marksAt(index, a), [`6 ${a}`, `18 ${a}`, `32 ${a}`, `36 ${a}`]);
    assert.deepEqual(await marksAt(index, a, 3), await marksAt(index, a));
    assert.deepEqual(await marksAt(index, b), [`15 ${b}`, `23 ${b}`]);
    assert.deepEqual(await marksAt(index, '"digest"', 1), await marksAt(index, b));
    assert.deepEqual(await marksAt(index, 'v1"'), ['9 v1', '26 v1']);
    assert.deepEqual(await marksAt(index, indexType), [`2 ${indexType}`]);
    assert.equal((await marksAt(index, manifestType))?.length, 4);
    assert.equal(await marksAt(index, '"size"'), null);
    const stranger = await editor.open(folder.uri('b.json'), toJson({ some: a, other: a }));
    assert.equal(await marksAt(stranger, a), null);
    await editor.quit();
  });

  test(`${door.name}: highlights a DiffID together with its history entry, in every document of a page`, async (context) => {
    const history = [{ created_by: 'ADD a' }, { created_by: 'ENV x', empty_layer: true }, { created_by: 'ADD b' }];
    const config = toJson({
      architecture: 'arm64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [digestOf('a'), digestOf('b')] },
      history,
    });
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('config.json'), config);
    assert.deepEqual(await marksAt(document, digestOf('b')), [`7 ${digestOf('b')}`, '19 "ADD b"']);
    assert.deepEqual(await marksAt(document, 'ADD a'), [`6 "${digestOf('a')}"`, '12 "ADD a"']);
    assert.equal(await marksAt(document, 'ENV x'), null);
    const layer = toJson(descriptorOf(manifestType, 'a'));
    const fence = `\`\`\`json,mediatype=application/vnd.oci.descriptor.v1%2Bjson\n${layer}\`\`\`\n`;
    const page = `# A\n\n${fence}\ntext\n\n${fence}`;
    const markdown = await editor.open(folder.uri('a.md'), page, 'markdown');
    assert.deepEqual(await marksAt(markdown, digestOf('a')), [`5 ${digestOf('a')}`, `15 ${digestOf('a')}`]);
    await editor.quit();
  });

  test(`${door.name}: the implementations of an index are its manifests, also through a nested index`, async (context) => {
    const [arm, amd] = [imageLayout(), imageLayout({ config: { architecture: 'amd64' } })];
    const manifestIn = (files: typeof arm) => files[Object.keys(files).at(-1)!] as string;
    const attestation = { ...descriptorOf(manifestType, 'x'), annotations: { 'vnd.docker.reference.digest': 'x' } };
    const nested = toJson({
      schemaVersion: 2,
      mediaType: indexType,
      manifests: [
        { ...descriptorOf(manifestType, manifestIn(arm)), ...platform('arm64') },
        { ...descriptorOf(manifestType, manifestIn(amd)), ...platform('amd64') },
        { ...descriptorOf(manifestType, 'gone'), ...platform('s390x') },
        attestation,
      ],
    });
    const text = toJson({ schemaVersion: 2, mediaType: indexType, manifests: [descriptorOf(indexType, nested)] });
    const files = { ...arm, ...amd, 'index.json': text, [blobOf(nested)]: nested };
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), text);
    const found = async (document: EditedDocument, word: string) => {
      const line = document.text.split('\n').findIndex((one) => one.includes(word));
      const position = { line, character: document.text.split('\n')[line]!.indexOf(word) };
      const places = await document.request<Location[]>('textDocument/implementation', { position });
      return places.map(({ uri, range: { start } }) => `${uri.slice(folder.uri('').length + 1)}:${start.line}`);
    };
    const all = [`${blobOf(manifestIn(arm))}:0`, `${blobOf(manifestIn(amd))}:0`, `${blobOf(nested)}:24`];
    assert.deepEqual(await found(index, digestOf(nested)), all);
    assert.deepEqual(await found(index, 'schemaVersion'), all);
    const inner = await editor.open(folder.uri(blobOf(nested)), nested);
    assert.deepEqual(await found(inner, 'amd64'), [`${blobOf(manifestIn(amd))}:0`]);
    assert.deepEqual(await found(inner, 's390x'), []);
    await editor.quit();
  });
}
