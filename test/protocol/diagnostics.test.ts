import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const negative = `{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.index.v1+json",
  "manifests": [
    {
      "mediaType": "application/vnd.oci.image.manifest.v1+json",
      "digest": "sha256:44136FA355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
      "size": -1
    }
  ]
}
`;

let server: ServerProcess;
before(async () => {
  server = await startServerProcess();
});
after(() => server.stop());

test('findings arrive with source, code, link and the smallest range', async () => {
  const found = await server.open('file:///tmp/oci-manifests/negative.json', negative);
  assert.deepEqual(
    found.map(({ source, code, severity, range }) => [source, code, severity, range.start]),
    [
      ['oci', 'digest-form', 1, { line: 6, character: 16 }],
      ['oci', 'descriptor-size', 1, { line: 7, character: 14 }],
    ],
  );
  assert.match(String(found[1]!.message), /`size` is -1; a size cannot be negative/);
  assert.match(found[1]!.codeDescription!.href, /descriptor-size\.md$/);
});

test('a quick fix changes the fewest characters', async () => {
  const uri = 'file:///tmp/oci-manifests/fixable.json';
  await server.open(uri, negative);
  const [fix] = await server.actions(uri, 6, ['quickfix']);
  assert.equal(fix?.title, 'Write it in lower case');
  const [edit] = fix!.edit!.changes![uri]!;
  assert.equal(edit?.newText, '"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"');
});

test('fix all applies what is safe', async () => {
  const uri = 'file:///tmp/oci-manifests/fix-all.json';
  await server.open(uri, negative);
  const [all] = await server.actions(uri, 0, ['source.fixAll']);
  assert.equal(all?.edit?.changes?.[uri]?.length, 1);
});

test('a name tells what the member is', async () => {
  const uri = 'file:///tmp/oci-manifests/hover.json';
  await server.open(uri, negative);
  const hover = await server.hover(uri, 3, 5);
  assert.match(JSON.stringify(hover?.contents), /manifests/i);
});

test('after an edit the finding is gone', async () => {
  const uri = 'file:///tmp/oci-manifests/edited.json';
  await server.open(uri, negative);
  const answer = server.nextDiagnostics(uri);
  const range = { start: { line: 7, character: 14 }, end: { line: 7, character: 16 } };
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: '2' }],
  });
  assert.deepEqual(
    (await answer).map(({ code }) => code),
    ['digest-form'],
  );
});

test('settings change without a restart', async () => {
  const uri = 'file:///tmp/oci-manifests/settings.json';
  await server.open(uri, negative);
  const answer = server.nextDiagnostics(uri);
  const settings = { ociManifests: { rules: { 'descriptor-size': 'off', 'digest-form': 'hint' } } };
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  assert.deepEqual(
    (await answer).map(({ code, severity }) => [code, severity]),
    [['digest-form', 4]],
  );
  const back = server.nextDiagnostics(uri);
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  assert.equal((await back).length, 2);
});

test('documents of other worlds get nothing', async () => {
  const stranger = '{ "name": "An app", "start_url": "/", "icons": [], "manifests": [] }';
  assert.deepEqual(await server.open('file:///tmp/oci-manifests/manifest.json', stranger), []);
});

test('hostile texts are answered', async () => {
  const deep = `{"schemaVersion":2,"manifests":${'['.repeat(100_000)}`;
  const found = await server.open('file:///tmp/oci-manifests/deep.json', deep);
  assert.ok(found.some(({ code }) => code === 'json-depth'));
  const long = `{"imageLayoutVersion":"${'x'.repeat(10_000_000)}"}`;
  assert.ok((await server.open('file:///tmp/oci-manifests/long.json', long)).length > 0);
});
