import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { help } from '../../server/src/cli/help.ts';
import { optionNames } from '../../server/src/cli/options.ts';
import { readUsage } from '../../server/src/cli/usage.ts';
import { cli, descriptor, folderWith, negativeSize, ociLint } from './cli-process.ts';

const fish = await provideProgram('fish', 'fish');
const zsh = await provideProgram('zsh', 'zsh');
const man = await provideProgram('man-db', 'man');

test('--statistics counts findings by rule, most severe first', async (t) => {
  const folder = await folderWith(t, {
    'a.json': negativeSize,
    'b.json': negativeSize,
    'c.json': descriptor({ mediaType: 'Text' }),
  });
  const { stdout, status } = await ociLint(['--statistics', '.'], { cwd: folder });
  const lines = stdout.split('\n');
  assert.match(lines[0]!, /^2 {2}error {2,}descriptor-size {2,}\S.*$/);
  assert.equal(lines.length, 3, 'a line for each rule');
  assert.equal(status, 1);
  const { statistics, summary } = JSON.parse(
    (await ociLint(['--statistics', '--format=json', '.'], { cwd: folder })).stdout,
  );
  assert.deepEqual(statistics[0], { rule: 'descriptor-size', severity: 'error', count: 2 });
  assert.equal(summary.files, 3);
  const { stderr } = await ociLint(['--statistics', '--format', 'sarif'], { cwd: folder });
  assert.equal(stderr, 'oci-lint: --statistics cannot be combined with --format sarif\n');
});

test('--exit-zero ignores findings, but not errors', async (t) => {
  const folder = await folderWith(t, { 'a.json': negativeSize });
  assert.equal((await ociLint(['--exit-zero', 'a.json'], { cwd: folder })).status, 0);
  assert.equal((await ociLint(['--exit-zero', 'nowhere.json'], { cwd: folder })).status, 2);
});

test('--fail-on sets the lowest severity that fails, including findings that --quiet hides', async (t) => {
  const folder = await folderWith(t, { 'a.json': negativeSize });
  const levels = ['error', 'warning', 'information', 'hint'];
  for (const [at, level] of levels.entries()) {
    for (const [from, failOn] of levels.entries()) {
      const args = ['--quiet', '--fail-on', failOn, '--rule', `descriptor-size=${level}`, 'a.json'];
      assert.equal((await ociLint(args, { cwd: folder })).status, at <= from ? 1 : 0, `${level} and ${failOn}`);
    }
  }
});

test('init writes a valid configuration and never overwrites one', async (t) => {
  const folder = await folderWith(t, { 'a.json': descriptor() });
  assert.deepEqual(await ociLint(['init'], { cwd: folder }), {
    stdout: 'Created oci-lint.config.json.\n',
    stderr: '',
    status: 0,
  });
  const text = readFileSync(join(folder, 'oci-lint.config.json'), 'utf8');
  assert.equal(JSON.parse(text).extends, 'recommended');
  assert.equal((await ociLint(['.'], { cwd: folder })).status, 0, 'it is accepted');
  const again = await ociLint(['init'], { cwd: folder });
  assert.deepEqual([again.stderr, again.status], ['oci-lint: oci-lint.config.json already exists\n', 2]);
  assert.equal(readFileSync(join(folder, 'oci-lint.config.json'), 'utf8'), text, 'it is unchanged');
});

test('the help lists every option; completions and the man page are made from it', () => {
  const { sections } = readUsage(help);
  const named = sections
    .flatMap(({ entries }) => entries.flatMap(({ names }) => names))
    .filter((name) => /^-/.test(name));
  assert.deepEqual([...named, '-h'].sort(), [...optionNames].sort());
});

/** The typed text, and the words that must or must not be offered. */
const typed: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['oci-lint --fo', ['--format'], ['--fix']],
  ['oci-lint --format s', ['stylish', 'sarif'], ['json']],
  ['oci-lint --fail-on w', ['warning'], ['error']],
  ['oci-lint explain digest-f', ['digest-form'], ['descriptor-size']],
  ['oci-lint comple', ['completions'], ['new']],
  ['oci-lint completions ', ['bash', 'zsh', 'fish'], []],
  ['oci-lint new --lay', ['--layer', '--layout'], ['--format']],
  ['oci-lint rehash --d', ['--dry-run'], ['--fix']],
  ['oci-lint graph --format m', ['mermaid'], ['markdown']],
  ['oci-lint graph --ver', ['--verify'], ['--version']],
];

test('completes in bash', async (t) => {
  const folder = await completionsIn(t, 'bash');
  for (const [line, offered, others] of typed) {
    const words = line.split(' ');
    const script = `source ./script; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _oci_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    assertOffered(
      line,
      execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).split('\n'),
      offered,
      others,
    );
  }
  const inline = `source ./script; COMP_WORDS=(oci-lint --format = j); COMP_CWORD=3; _oci_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const words = execFileSync('bash', ['-c', inline], { cwd: folder, encoding: 'utf8' }).split('\n');
  assertOffered('oci-lint --format=j', words, ['json', 'junit'], ['sarif']);
});

test('completes in fish', { skip: skipUnless(fish) }, async (t) => {
  const folder = await completionsIn(t, 'fish');
  for (const [line, offered, others] of typed) {
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const script = `source ./script; complete -C '${line}'`;
    const words = execFileSync('fish', ['--no-config', '-c', script], { cwd: folder, env, encoding: 'utf8' });
    assertOffered(
      line,
      words.split('\n').map((word) => word.split('\t')[0] ?? ''),
      offered,
      others,
    );
  }
});

test('completes in zsh', { skip: skipUnless(zsh) }, async (t) => {
  const folder = await completionsIn(t, 'zsh');
  const setup = 'autoload -U compinit; compinit -D -u; source ./script; LISTMAX=10000; bindkey "^I" list-choices';
  writeFileSync(join(folder, 'inner'), `${setup}; zstyle ":completion:*" list-prompt ""`);
  for (const [line, [word]] of typed) {
    // zsh only completes on a terminal. The script opens one and lists the matches; without the word it would block.
    const script = `zmodload zsh/zpty; zpty z 'zsh -f -i'
zpty -w z "source ./inner; print READ''Y"; zpty -r z out '*READY*'
zpty -w -n z '${line}'$'\\t'; zpty -r z out '*${word}*' && print found`;
    const env = { ...process.env, HOME: folder, TERM: 'dumb', COLUMNS: '300' };
    const options = { cwd: folder, encoding: 'utf8', env, timeout: 600_000 } as const;
    assert.equal(execFileSync('zsh', ['-f', '-c', script], options), 'found\n', line);
  }
});

test('the man page lists every option and renders without warnings', {
  skip: skipUnless(man),
}, () => {
  const page = fileURLToPath(new URL('oci-lint.1', `file://${cli}`));
  const args = ['-c', `man --warnings=all -l '${page}' 2>&1`];
  const env = { ...process.env, MANWIDTH: '120', MANPAGER: 'cat', LC_ALL: 'C.UTF-8' };
  const text = execFileSync('sh', args, { encoding: 'utf8', env });
  assert.doesNotMatch(text, /^\S*:\d+: |(?:^|: )(?:warning|error):/m, 'no warnings');
  for (const name of optionNames) assert.equal(text.includes(name), true, name);
});

async function completionsIn(t: Parameters<typeof folderWith>[0], shell: string): Promise<string> {
  const folder = await folderWith(t, {});
  const { stdout, status } = await ociLint(['completions', shell]);
  assert.equal(status, 0);
  writeFileSync(join(folder, 'script'), stdout);
  return folder;
}

function assertOffered(
  line: string,
  words: readonly string[],
  offered: readonly string[],
  others: readonly string[],
): void {
  const has = (word: string) => words.includes(word);
  assert.deepEqual(offered.filter(has), offered, `${line}: offered are ${words.join(' ').slice(0, 300)}`);
  assert.deepEqual(others.filter(has), [], line);
}
