import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { blobDigestOf } from '../content/layout/layout.ts';
import { CliError } from './cli-error.ts';
import type { Changed } from './options.ts';
import type { Source } from './source.ts';

/**
 * The absolute paths of changed files according to git, including deleted ones. Git is run so that it does not execute
 * programs from the repository's configuration. Throws a CliError if git fails.
 */
export function changedFiles(changed: Changed, cwd: string): ReadonlySet<string> {
  const top = git(['rev-parse', '--show-toplevel'], cwd).replace(/\n$/, '');
  const names = changed === 'staged' ? differing(['--cached'], top) : changedSince(changed.since, top);
  return new Set(names.map((name) => join(top, name)));
}

/** Files that differ from a commit, or from the merge base with another branch, and untracked files. */
function changedSince(since: string, top: string): readonly string[] {
  const untracked = namesIn(git(['ls-files', '-z', '--others', '--exclude-standard'], top));
  const commit = commitOf(since, top);
  // Before the first commit, everything counts as changed.
  if (commit === undefined && since === 'HEAD') return [...namesIn(git(['ls-files', '-z'], top)), ...untracked];
  if (commit === undefined) throw new CliError(`invalid value ${JSON.stringify(since)} for --changed: no such commit`);
  return [...differing(['--merge-base', commit], top), ...untracked];
}

function commitOf(name: string, top: string): string | undefined {
  const found = run(['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`], top);
  return found.status === 0 ? found.stdout.trim().split('\n').at(-1) : undefined;
}

function differing(what: readonly string[], top: string): readonly string[] {
  return namesIn(
    git(['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', ...what, '--'], top),
  );
}

function namesIn(text: string): readonly string[] {
  return text.split('\0').filter((name) => name !== '');
}

function git(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = run(args, cwd);
  if (error !== undefined) throw new CliError('--changed and --staged require git');
  if (status === 0) return stdout;
  const [why = ''] = stderr.trim().split('\n');
  throw new CliError(`git failed: ${why.replace(/^fatal: /, '')}`);
}

function run(args: readonly string[], cwd: string) {
  const safe = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
  return spawnSync('git', [...safe, ...args], { cwd, encoding: 'utf8', maxBuffer: 1024 ** 3 });
}

/** Whether a source is a changed file, is in a changed archive, or is in a layout with a changed file. */
export function isChanged({ path, document, isOfLayout }: Source, changed: ReadonlySet<string>): boolean {
  if (path === undefined) return true;
  const real = realPathOf(path);
  for (let at = real; ; at = dirname(at)) {
    if (changed.has(at)) return true;
    if (dirname(at) === at) break;
  }
  if (isOfLayout !== true) return false;
  const root = blobDigestOf(document.uri) === undefined ? dirname(real) : dirname(dirname(dirname(real)));
  const start = root.endsWith(sep) ? root : root + sep;
  return [...changed].some((file) => file.startsWith(start));
}

/** Git reports the targets of links. Files in an archive have the path that they would have in a folder. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPathOf(dirname(path)), basename(path));
  }
}
