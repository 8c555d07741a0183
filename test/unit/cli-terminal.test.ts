import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { excerptOf } from '../../server/src/cli/formats/excerpt.ts';
import { lineIndexOf } from '../../server/src/syntax/lines.ts';
import { cli, descriptor, folderWith, negativeSize, ociLint } from './cli-process.ts';

/** Runs the command line on a pseudo-terminal. The last line of the output is its exit status. */
function onTerminal(command: string, cwd: string, env: Record<string, string> = {}) {
  const shell = `stty cols 60; ${command}; echo "status $?"`;
  const path = process.env.PATH ?? '';
  return spawn('script', ['--quiet', '--command', shell, '/dev/null'], { cwd, env: { PATH: path, ...env } });
}

async function shownOnTerminal(args: string, cwd: string, env: Record<string, string> = {}): Promise<string> {
  const child = onTerminal(`"${process.execPath}" "${cli}" ${args}`, cwd, env);
  child.stdin.end();
  let shown = '';
  for await (const text of child.stdout.setEncoding('utf8')) shown += text;
  // On a busy machine, progress may have been shown and cleared.
  return shown.replaceAll('\r\n', '\n').replace(/\r\u001b\[K(?:Checking… [^\r\n]*)?/g, '');
}

/** The text as the screen shows it. */
function plain(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}

test('shows and underlines the range in color on a terminal', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const shown = await shownOnTerminal('a.json', cwd);
  assert.equal(
    plain(shown),
    `a.json  descriptor
  4:11  error  \`size\` must not be negative, found -1.  descriptor-size
     4 │   "size": -1
       │           ^^

✖ 1 error
status 1
`,
  );
  assert.ok(shown.includes('\u001b[31merror\u001b[39m'), "shown.includes('\\u001b[31merror\\u001b[39m')");
});

test('omits colors when they are not wanted', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const bare = [
    await shownOnTerminal('--no-color a.json', cwd),
    await shownOnTerminal('--no-color a.json', cwd, { FORCE_COLOR: '1' }),
    await shownOnTerminal('a.json', cwd, { NO_COLOR: '1' }),
    await shownOnTerminal('a.json', cwd, { FORCE_COLOR: '0' }),
    await shownOnTerminal('a.json', cwd, { TERM: 'dumb' }),
  ];
  for (const text of bare) {
    assert.doesNotMatch(text, /\u001b/);
    assert.match(text, /│ {11}\^\^/);
  }
  const piped = await ociLint(['a.json'], { cwd });
  assert.doesNotMatch(piped.stdout, /\u001b|│/);
  const forced = await ociLint(['a.json'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
  assert.match(forced.stdout, /\u001b\[31m *\^\^/);
});

test('shows progress during a long run and clears the line', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor() });
  execFileSync('mkfifo', [join(cwd, 'pipe')]);
  const child = onTerminal(`cat pipe | "${process.execPath}" "${cli}" a.json -`, cwd);
  const pipe = createWriteStream(join(cwd, 'pipe'));
  let shown = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    shown += text;
    // Standard input stays open until the progress line was seen.
    if (shown.includes('Checking… 1 document') && !pipe.writableEnded) pipe.end(descriptor());
  }
  const lines = shown.replaceAll('\r\n', '\n').split('\u001b[K');
  assert.ok(
    lines.some((line) => /^Checking… 1 document, \d+ s\r?$/.test(line)),
    shown,
  );
  assert.equal(plain(lines.at(-1)!), '✔ 2 documents, nothing to report\nstatus 0\n');
});

test('an excerpt around the range fits the given width', () => {
  const show = (text: string, start: number, end: number) => excerptOf(lineIndexOf(text), { start, end }, 42);
  assert.deepEqual(show('{\n\t"ä\u{1f40b}字": x\n}', 11, 12), { line: '  "ä\u{1f40b}字": x', mark: '           ^' });
  const long = `{"a": "${'b'.repeat(100)}", "c": 12345, "d": "${'e'.repeat(100)}"}`;
  const at = long.indexOf('12345');
  const { line, mark } = show(long, at, at + 5);
  assert.equal(line, '…bbbbb", "c": 12345, "d": "eeeeeeeeeeeeee…');
  assert.equal(line.length, 42);
  assert.equal(line.slice(mark.indexOf('^'), mark.length), '12345');
  assert.deepEqual(show('{', 1, 1), { line: '{', mark: ' ^' });
  assert.deepEqual(show('{"a":\n1}', 1, 8), { line: '{"a":', mark: ' ^^^^' });
  assert.equal(show('"\u001b[31m\u202e"', 0, 3).line, '"·[31m·"');
});

test('an excerpt is cut between characters, wherever the range is', () => {
  const text = '\u{1f40b}'.repeat(200);
  for (let start = 0; start < text.length; start += 2) {
    const { line, mark } = excerptOf(lineIndexOf(text), { start, end: start + 2 }, 50);
    assert.ok(line.isWellFormed(), 'line.isWellFormed()');
    assert.match(mark, /^ *\^\^$/);
  }
});
