import assert from 'node:assert/strict';
import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const linter = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('--version prints the version', () => {
  assert.deepEqual(run('--version'), { status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

test('--help names every transport', () => {
  const { status, stdout } = run('--help');
  assert.equal(status, 0);
  for (const option of ['--stdio', '--node-ipc', '--version'])
    assert.ok(stdout.includes(option), 'stdout.includes(option)');
});

test('reports invalid arguments in one line', () => {
  for (const [args, word] of [
    [['--sdtio'], '--sdtio'],
    [[], '--stdio'],
    [['file.json'], 'file.json'],
  ] as const) {
    const { status, stdout, stderr } = run(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^oci-language-server: [^\n]*\n$/);
    assert.ok(stderr.includes(word), 'stderr.includes(word)');
  }
});

test('--node-ipc uses the IPC channel of Node, like VS Code', async () => {
  // Without the flags of the test process, whose loader also listens on the channel.
  const child = fork(script, ['--node-ipc', `--clientProcessId=${process.pid}`], { execArgv: [] });
  const answered = new Promise<{ id: number; result: { capabilities: object } }>((done) =>
    child.once('message', done as never),
  );
  child.send({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const { result } = await answered;
  assert.ok('hoverProvider' in result.capabilities, "'hoverProvider' in result.capabilities");
  const exited = new Promise((done) => child.once('exit', done));
  child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
  child.send({ jsonrpc: '2.0', method: 'exit' });
  assert.equal(await exited, 0);
});

const message = '{"jsonrpc":"2.0","id":1,"method":"shutdown"}';
const framed = `Content-Length: ${message.length}\r\n\r\n${message}`;

for (const [what, input] of [
  ['no header', `${message}\n`],
  ['no Content-Length', `Content-Type: text\r\n\r\n${message}`],
  ['an invalid Content-Length', `Content-Length: many\r\n\r\n${message}`],
  ['a negative Content-Length', `Content-Length: -5\r\n\r\n${message}`],
  ['a Content-Length that is too small', `Content-Length: 5\r\n\r\n${message}`],
  ['a Content-Length that is too large', `Content-Length: ${message.length + 5}\r\n\r\n${message}${framed}`],
  ['an enormous Content-Length', `Content-Length: 99999999999\r\n\r\n${message}`],
  ['an unterminated header', `Content-Length: 1${' '.repeat(10_000)}`],
  ['bare line feeds', `Content-Length: ${message.length}\n\n${message}`],
  ['a valid message, then garbage', `${framed}good bye\n`],
] as const) {
  test(`${what}: the server exits and says why in one line`, async () => {
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    // Standard input stays open. A server that does not exit would wait forever.
    child.stdin.on('error', () => {}).write(input);
    const [status] = await once(child, 'close', { signal: AbortSignal.timeout(600_000) }).finally(() => child.kill());
    assert.equal(status, 1);
    assert.match(said, /^oci-language-server: [^\n]*\n$/);
  });
}

const hello = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}';
const modelHello = hello.replace('{}}}', '{},"protocolVersion":"2025-06-18","clientInfo":{"name":"a","version":"1"}}}');
const servers: Readonly<Record<string, readonly [args: readonly string[], input: string]>> = {
  'oci-language-server --stdio': [[script, '--stdio'], `Content-Length: ${hello.length}\r\n\r\n${hello}`],
  'oci-language-server --mcp': [[script, '--mcp'], `${modelHello}\n`],
  'oci-lint mcp': [[linter, 'mcp'], `${modelHello}\n`],
};

for (const [name, [args, input]] of Object.entries(servers)) {
  /** What a server says on standard error, whose input stays open. */
  const endOf = async (output: 'pipe' | number) => {
    const child = spawn(process.execPath, args, { stdio: ['pipe', output, 'pipe'] });
    child.stdout?.destroy();
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdin?.on('error', () => {}).write(input);
    const [status] = await once(child, 'close', { signal: AbortSignal.timeout(600_000) }).finally(() => child.kill());
    return { status, said };
  };

  test(`${name}: ends quietly when nobody reads its answers`, async () => {
    assert.deepEqual(await endOf('pipe'), { status: name.endsWith('--stdio') ? 1 : 0, said: '' });
  });

  test(`${name}: says in one line that its answers cannot be written`, {
    skip: existsSync('/dev/full') ? false : 'no /dev/full',
  }, async () => {
    const full = openSync('/dev/full', 'w');
    const { status, said } = await endOf(full).finally(() => closeSync(full));
    assert.equal(status, 2);
    assert.match(said, /^oci-[a-z-]+: cannot write to standard output: [^\n]*\n$/);
  });
}
