import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formattedRequest, formattedScheme } from '../../server/src/protocol.ts';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { wholeTarOf } from '../unit/tar-bytes.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

/** A layout whose manifest is minified, as most tools write it. */
function minified() {
  const files = imageLayout({ manifest: { annotations: { 'org.opencontainers.image.created': 'yesterday' } } });
  const [layer, config, manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [
    string,
    string,
    string,
  ];
  const text = JSON.stringify(JSON.parse(files[manifest] as string));
  const index = toJson({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [descriptorOf(manifestType, text)],
  });
  const { [manifest]: _, ...others } = files;
  return { files: { ...others, 'index.json': index, [blobOf(text)]: text }, text, blob: blobOf(text), config, layer };
}

/** The formatted view of a document, opened like in VS Code. */
async function openFormatted(editor: Editor, source: string, cursor: string) {
  const text = await editor.connection.sendRequest<string>(formattedRequest, { uri: source });
  const uri = `${formattedScheme}:/${digestOf(source)}.json?${encodeURIComponent(source)}`;
  return editor.open(uri, text.replace(cursor, `‸${cursor}`));
}

for (const door of doors) {
  test(`${door.name}: a minified blob is shown formatted and analyzed like the blob`, async (context) => {
    const { files, text, blob, config } = minified();
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const shown = await openFormatted(editor, folder.uri(blob), 'sha256:');
    assert.equal(shown.text, toJson(JSON.parse(text)));
    assert.deepEqual(await shown.problems(), ['warning annotation-created under "yesterday"']);
    assert.match(await shown.card(), /^\*\*Image config\*\*/);
    assert.equal((await shown.definition())?.uri, folder.uri(config));
    assert.equal((await shown.links()).length, 2);
    const lenses = await shown.lenses();
    assert.match(lenses[0]!, /^0 sha256:[0-9a-f]{12}… · \d+ B$/);
    assert.equal(lenses[1], '0 referenced by 1');
    assert.ok(lenses[0]!.includes(digestOf(text).slice(0, 19)), 'lenses[0]!.includes(digestOf(text).slice(0, 19))');
    assert.match(lenses[2]!, /^3 .* · ✓$/);
    await editor.quit();
  });

  test(`${door.name}: the formatted view has the findings of the blob, but offers no edits`, async (context) => {
    const { files, text, blob, layer } = minified();
    const folder = testFolder(context, { ...files, [layer]: 'other' });
    const editor = await startEditor(door);
    const source = await editor.open(folder.uri(blob), text);
    const shown = await openFormatted(editor, folder.uri(blob), '"yesterday"');
    assert.deepEqual(await shown.actions(), []);
    assert.match((await shown.lenses())[3]!, /digest differs$/);
    const problems = ['descriptor-digest-matches', 'annotation-created'];
    const rules = async (document: typeof shown) => (await document.diagnostics()).map(({ code }) => code);
    assert.deepEqual(await rules(shown), problems);
    assert.deepEqual(await rules(source), problems);
    const [first] = await shown.diagnostics();
    assert.equal(first?.range.start.line, 11);
    await editor.quit();
  });

  test(`${door.name}: a layer opens as the list of its entries, also by its digest`, async (context) => {
    const link = { name: 'bin', type: '2', changes: { 157: 'usr/bin' } };
    const files = imageLayout({
      tar: wholeTarOf({ name: 'etc/passwd', body: 'root' }, { name: 'etc/.wh.shadow' }, link),
    });
    const [layer, , manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [
      string,
      string,
      string,
    ];
    const folder = testFolder(context, { ...files, 'text.txt': 'no archive' });
    const editor = await startEditor(door);
    const text = files[manifest] as string;
    const at = text.lastIndexOf('sha256:');
    const document = await editor.open(folder.uri(manifest), `${text.slice(0, at)}‸${text.slice(at)}`);
    const { uri } = (await document.definition())!;
    assert.ok(uri.startsWith(`${formattedScheme}:`), uri);
    const source = decodeURIComponent(uri.slice(uri.indexOf('?') + 1));
    assert.equal(source, folder.uri(layer));
    assert.equal(
      await editor.connection.sendRequest(formattedRequest, { uri: source }),
      [
        '3 entries',
        '',
        '-rw-r--r--  0:0                        4  1970-01-01 00:00:00  etc/passwd',
        'whiteout    0:0                           1970-01-01 00:00:00  etc/.wh.shadow',
        'lrw-r--r--  0:0                           1970-01-01 00:00:00  bin → usr/bin',
        '',
      ].join('\n'),
    );
    await editor.quit();
  });

  test(`${door.name}: does not show missing or forbidden content`, async (context) => {
    const folder = testFolder(context, { 'a.json': '{}' });
    const editor = await startEditor(door);
    const ask = (uri: string) => editor.connection.sendRequest(formattedRequest, { uri });
    assert.equal(await ask(folder.uri('none.json')), null);
    assert.equal(await ask(folder.uri('')), null);
    assert.equal(await ask('no uri at all'), null);
    assert.equal(await ask(folder.uri('a.json')), '{}\n');
    const odd = await editor.open(`${formattedScheme}:/x.json`, '{}');
    assert.deepEqual(await odd.problems(), []);
    await editor.quit();
  });
}
