import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPortableHash } from '../../server/src/content/hashing.ts';
import { inTurns } from '../../server/src/content/turns.ts';
import { ofUneditedDocument } from '../../server/src/service/asking.ts';
import type { OpenText } from '../../server/src/workspace/host.ts';
import { readEditorSettings } from '../../server/src/workspace/settings.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { memoryFiles } from './memory-files.ts';

const uri = 'mem://test/w/descriptor.json';
const descriptor = (size: number) =>
  `{"mediaType": "application/vnd.oci.descriptor.v1+json", "digest": "sha256:${'5'.repeat(64)}", "size": ${size}}`;

/** A workspace with one open text, and the events of a user. */
function workspaceWith(text: string, languageId = 'json') {
  let files = memoryFiles([]);
  const texts = new Map<string, OpenText>();
  let settings = readEditorSettings(undefined);
  const write = (written: string) => {
    const version = (texts.get(uri)?.version ?? 0) + 1;
    texts.set(uri, { uri, version, state: {}, languageId, getText: () => written, editsSince: () => undefined });
  };
  write(text);
  const workspace = createWorkspace({
    files: {
      stat: (asked) => files.stat(asked),
      list: (asked) => files.list(asked),
      read: (asked, range) => files.read(asked, range),
    },
    startHash: startPortableHash,
    folders: () => ['mem://test/w'],
    openUris: () => [...texts.keys()],
    openText: (asked) => texts.get(asked),
    settingsOf: async () => settings,
    changed() {},
    warn() {},
  });
  const close = () => {
    texts.delete(uri);
    workspace.closed(uri);
  };
  const configure = (sent: unknown) => {
    settings = readEditorSettings(sent);
    workspace.settingsChanged();
  };
  const change = (entries: Parameters<typeof memoryFiles>[0]) => {
    files = memoryFiles(entries);
  };
  return { workspace, write, close, configure, change };
}

test('a version is one object for every caller', async () => {
  const { workspace, write } = workspaceWith(descriptor(-1));
  const [first, second] = await Promise.all([workspace.open(uri), workspace.open(uri)]);
  assert.ok(first !== undefined && first === second, 'concurrent callers get the same object');
  assert.equal(await workspace.open(uri), first, 'and so do later ones');
  assert.equal(await first.check(), await first.check(), 'its findings are one object as well');
  const before = first.document?.json.text;
  write(descriptor(2));
  const edited = await workspace.open(uri);
  assert.notEqual(edited, first, 'an edit creates another object');
  assert.deepEqual([edited?.version, first.version], [2, 1], 'each has its own version');
  assert.equal(first.document?.json.text, before, 'the older one is unchanged');
});

test('an older version keeps its findings', async () => {
  const { workspace, write } = workspaceWith(descriptor(-1));
  const first = await workspace.open(uri);
  const before = await first?.check();
  assert.ok(
    before?.parts[0]?.findings.some(({ rule }) => rule.id === 'descriptor-size'),
    'the size is negative',
  );
  write(descriptor(2));
  await (await workspace.open(uri))?.check();
  assert.equal(await first?.check(), before, 'findings are not computed again');
});

test('other settings create another object with the same parsed document and other findings', async () => {
  const { workspace, configure } = workspaceWith(descriptor(-1));
  const first = await workspace.open(uri);
  configure({ rules: { 'descriptor-size': 'off', schema: 'off' } });
  const second = await workspace.open(uri);
  assert.ok(second !== undefined && second !== first, 'settings are part of it');
  assert.equal(second.document, first?.document, 'the text is not parsed again');
  assert.deepEqual((await second.check())?.parts[0]?.findings, [], 'and the rule is off');
  assert.notEqual((await first?.check())?.parts[0]?.findings.length, 0, 'the older one keeps the older settings');
});

test('a closed document has no findings', async () => {
  const { workspace, close } = workspaceWith(descriptor(-1));
  const open = await workspace.open(uri);
  close();
  assert.equal(await open?.check(), undefined, 'there is nothing to report');
  assert.equal(await workspace.open(uri), undefined, 'and it is not open');
});

test('a Markdown text is no document, but contains documents', async () => {
  const fence = `# Example\n\n\`\`\`json,mediatype=application/vnd.oci.descriptor.v1+json\n${descriptor(-1)}\n\`\`\`\n`;
  const { workspace } = workspaceWith(fence, 'markdown');
  const open = await workspace.open(uri);
  assert.equal(open?.document, undefined, 'a Markdown file is not an OCI document');
  assert.equal(open?.documents.length, 1, 'the fence is');
  const check = await open?.check();
  assert.ok(
    check?.parts[0]?.findings.some(({ rule }) => rule.id === 'descriptor-size'),
    'it is checked in place',
  );
  assert.equal(await workspace.open(uri), open, 'it is one object as well');
});

test('expectations apply as soon as a change of their file is reported', async () => {
  const { workspace, change } = workspaceWith(descriptor(-1));
  const open = await workspace.open(uri);
  const before = await open?.check();
  const edition = workspace.edition();
  change([['w/descriptor.expect.json', '{"expect": [{"rule": "descriptor-size", "pointer": "/size"}]}']]);
  assert.equal(await open?.check(), before, 'no change was reported yet');
  workspace.filesChanged(['mem://test/w/descriptor.expect.json']);
  const again = await (await workspace.open(uri))?.check();
  assert.deepEqual(again?.parts[0]?.findings, [], 'the finding is expected');
  assert.equal(again?.parts[0]?.ofText, before?.parts[0]?.ofText, 'rules do not run again');
  assert.ok(workspace.edition() > edition, 'findings about other files may be outdated');
});

test('a long query starts again if the text is edited during a pause', async () => {
  const { workspace, write } = workspaceWith(descriptor(1));
  let pauses = 0;
  const turn = () => {
    if (++pauses !== 1) return undefined;
    write(descriptor(23));
    return Promise.resolve();
  };
  function* sizesOf(text: string): Generator<void, number[]> {
    const before = text.length;
    yield;
    return [before, text.length];
  }
  const sizes = ofUneditedDocument(workspace, uri, ({ json }) => inTurns(sizesOf(json.text), turn));
  const { length } = descriptor(23);
  assert.deepEqual(await sizes, [length, length]);
});

test('an answer about a text that was edited meanwhile is given again', async () => {
  const { workspace, write } = workspaceWith(descriptor(1));
  const answered: number[] = [];
  const size = await ofUneditedDocument(workspace, uri, async ({ json: { text } }) => {
    if (answered.push(text.length) === 1) write(descriptor(23));
    return text.length;
  });
  assert.deepEqual(answered, [descriptor(1).length, descriptor(23).length]);
  assert.equal(size, descriptor(23).length);
});
