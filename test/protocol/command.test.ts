import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('--version prints the version', () => {
  assert.deepEqual(run('--version'), { status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

test('--help names every way to speak', () => {
  const { status, stdout } = run('--help');
  assert.equal(status, 0);
  for (const option of ['--stdio', '--node-ipc', '--version'])
    assert.ok(stdout.includes(option), 'stdout.includes(option)');
});

test('what it does not understand is said in one line', () => {
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

test("--node-ipc speaks over Node's channel, as VS Code does", async () => {
  // Not with the flags of the tests themselves: their loader listens on the channel, too.
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
