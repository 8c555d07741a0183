import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readIgnoreFile } from '../../server/src/config/ignore-file.ts';
import { folderWith, negativeSize, ociLint } from './cli-process.ts';

const isIgnored = (text: string, path: string, isFolder = false) =>
  readIgnoreFile(text).verdictOn(path, isFolder) === 'ignored';

test('what is in an ignored folder is ignored, whatever later patterns say', () => {
  assert.equal(isIgnored('build/\n!build/a.json', 'build/a.json'), true);
  assert.equal(isIgnored('build/*\n!build/a.json', 'build/a.json'), false);
  assert.equal(isIgnored('build/', 'build'), false);
  assert.equal(isIgnored('build/', 'x/build', true), true);
});

test('reads comments, escapes, trailing spaces, line endings and named classes like git', () => {
  const text = '\ufeff#a\r\n\\#b\r\n\\!c\r\nd  \r\ne\\ \r\n{f,g}\r\n[[:digit:]]h\r\n';
  for (const name of ['#b', '!c', 'd', 'e ', '{f,g}', '7h']) assert.equal(isIgnored(text, name), true, name);
  for (const name of ['#a', 'a', 'c', 'e', 'f', 'xh']) assert.equal(isIgnored(text, name), false, name);
});

test('agrees with git', async (t) => {
  const cwd = await folderWith(t, {});
  const git = (args: readonly string[], input = '') => spawnSync('git', args, { cwd, input, encoding: 'utf8' });
  assert.equal(git(['init', '--quiet', '.']).status, 0);
  const piece = fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]', '.');
  const plain = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
  const segment = fc.oneof({ weight: 4, arbitrary: plain }, fc.constantFrom('**', '{a,b}', '\\a'));
  const pattern = fc
    .tuple(fc.constantFrom('', '', '!', '/', '**/'), fc.array(segment, { minLength: 1, maxLength: 3 }))
    .map(([start, segments]) => `${start}${segments.join('/')}`)
    // Git never matches "." and "..", which are no names.
    .filter((text) => !/(?:^|[/!])\.+(?:$|\/)/.test(text));
  const ended = fc.tuple(pattern, fc.constantFrom('', '', '/')).map(([text, end]) => text + end);
  const name = fc
    .string({ unit: fc.constantFrom('a', 'b', '.', '{', ','), minLength: 1, maxLength: 3 })
    .filter((text) => !/^\.+$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  fc.assert(
    fc.property(fc.array(ended, { minLength: 1, maxLength: 4 }), fc.array(path, { maxLength: 30 }), (lines, paths) => {
      const text = lines.join('\n');
      writeFileSync(join(cwd, '.gitignore'), text);
      const { stdout } = git(['check-ignore', '--no-index', '-z', '--stdin'], paths.join('\0'));
      const ignored = new Set(stdout.split('\0'));
      for (const one of paths) assert.equal(isIgnored(text, one), ignored.has(one), `${one} under ${text}`);
    }),
    { numRuns: 100 },
  );
});

test('patterns that take git seconds stall no run', async (t) => {
  const depth = 'a/'.repeat(60);
  const cwd = await folderWith(t, {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': `${'/**/a'.repeat(9)}/**/b\n${'*a'.repeat(20)}b\n`,
    [`${depth}x.json`]: negativeSize,
  });
  const { status } = await ociLint(['.'], { cwd });
  assert.equal(status, 1);
});
