import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { createProtocolConnection, InitializeRequest } from 'vscode-languageserver-protocol/node';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideNewerNode } from '../../scripts/provision/code-server.ts';
import { pathWith, projectWithPackage, root } from './installed.ts';

const { folder: project, run } = await projectWithPackage();

const newer = await provideNewerNode();
const nodes = [
  { name: `Node ${process.versions.node}`, bin: dirname(process.execPath), skip: false },
  { name: 'Node 24', bin: newer.available ? newer.bin : '', skip: skipUnless(newer) },
] as const;
const size = '{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"sha256:%","size":-1}';

for (const { name, bin, skip } of nodes) {
  test(`runs npx oci-lint in ${name}`, { skip }, async () => {
    writeFileSync(join(project, 'bad.json'), size.replace('%', 'a'.repeat(64)));
    const { status, output } = await run('npx', ['oci-lint', '--format', 'concise', 'bad.json'], bin);
    assert.match(output, /^bad\.json:1:\d+: .*descriptor-size/m, output);
    assert.equal(status, 1, 'there is an error');
    const page = await run('npx', ['oci-lint', 'explain', 'digest-form'], bin);
    assert.match(page.output, /^# /, 'the pages are in the package');
  });

  test(`runs the language server in ${name}`, { skip }, async () => {
    const program = join(project, 'node_modules/.bin/oci-language-server');
    const child = spawn(program, ['--stdio'], { env: pathWith(bin), stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(child.stdout, child.stdin);
    connection.listen();
    const about = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(about.capabilities.hoverProvider, true, 'it answers');
    await connection.sendRequest('shutdown');
    const exited = once(child, 'exit');
    await connection.sendNotification('exit');
    assert.deepEqual(await exited, [0, null], 'and exits');
  });

  test(`runs the documented library examples in ${name}`, { skip }, async () => {
    const examples = join(root, 'docs/examples');
    for (const file of readdirSync(examples)) cpSync(join(examples, file), join(project, file));
    const { status, output } = await run('node', ['--test', ...readdirSync(examples)], bin);
    assert.equal(status, 0, output);
  });

  test(`supports require() in ${name}`, { skip }, async () => {
    const script = "console.log(typeof require('oci-lint').lint, require('oci-lint/rules.json').length > 100)";
    writeFileSync(join(project, 'required.cjs'), script);
    const { output } = await run('node', ['--no-warnings', 'required.cjs'], bin);
    assert.equal(output.trim(), 'function true', output);
  });
}

test("the package's types compile in a project of a user", async () => {
  const program = `
import { createLanguageService, fix, lint, lintLayout, type Finding } from 'oci-lint';
import { filesIn } from 'oci-lint/node';
import 'oci-lint/server';
const { findings, errors } = await lint(new Uint8Array(), { kind: 'index', rules: { 'digest-form': 'off' } });
const first: Finding | undefined = findings[0];
const text: string = (await fix('{}')).document;
const bytes: Uint8Array = (await fix(new Uint8Array())).document;
const { files } = await lintLayout(filesIn('layout'), { verify: false });
const hover = await createLanguageService({}).hover('file:///a.json', { line: 0, character: 0 });
declare const console: { log(...values: unknown[]): void };
console.log(first?.range.start.line, errors, text, bytes, files[0]?.path, hover?.contents);
// @ts-expect-error there is no such kind
await lint('{}', { kind: 'image' });
`;
  writeFileSync(join(project, 'program.ts'), program);
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext', '--types', ''];
  // Without the types of Node or browsers.
  options.push('--lib', 'es2022', '--noUncheckedSideEffectImports');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, output } = await run('node', [tsc, ...options, '--ignoreConfig', 'program.ts']);
  assert.equal(status, 0, output);
});

test('the package contains nothing that users do not need', () => {
  const folder = join(project, 'node_modules/oci-lint');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    files.filter((file) => /(?<!\.d)\.ts$|\.(?:map|vsix|png)$|client/.test(file)),
    [],
    'neither sources nor parts of the extension',
  );
  const { dependencies, scripts, main, contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  assert.deepEqual([dependencies, scripts, main, contributes], [undefined, undefined, undefined, undefined]);
  assert.match(readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8'), /^vscode-languageserver-types /m);
});
