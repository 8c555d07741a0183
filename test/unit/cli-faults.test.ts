import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folderWith, ociLint, quotedSize } from './cli-process.ts';
import { imageLayout } from './image-layout.ts';

const hook = fileURLToPath(new URL('./fail-at.cjs', import.meta.url));
const [layer, config] = Object.keys(imageLayout()).filter((name) => name.startsWith('blobs/')) as [string, string];

type Texts = Readonly<Record<string, string | Uint8Array>>;

interface Command {
  readonly name: string;
  readonly files: Texts;
  readonly args: readonly string[];
  /** The user's documents: each must be old or new after a fault, never anything else. */
  readonly documents: readonly string[];
}

const image = inFolder('l', imageLayout());
const edited = (imageLayout()[config] as string).replace('linux', 'freebsd');
const sbom = ['new', 'artifact', '--artifact-type', 'application/spdx+json', '--file', 'app.json'];

const commands: readonly Command[] = [
  { name: '--fix', files: { 'a.json': quotedSize }, args: ['--fix', 'a.json'], documents: ['a.json'] },
  {
    name: '--suppress-all',
    files: { 'a.json': quotedSize },
    args: ['--suppress-all', 'a.json'],
    documents: ['a.json'],
  },
  {
    name: '--prune',
    files: {
      'a.json': quotedSize,
      'oci-lint.baseline.json': JSON.stringify({
        findings: { 'a.json': { 'descriptor-size': ['/size'], 'digest-form': ['/digest'] } },
      }),
    },
    args: ['--prune', 'a.json'],
    documents: ['a.json', 'oci-lint.baseline.json'],
  },
  {
    name: '--output-file',
    files: { 'a.json': quotedSize, report: 'the report before' },
    args: ['--output-file', 'report', 'a.json'],
    documents: ['a.json', 'report'],
  },
  {
    name: 'new --output --force',
    files: { 'app.json': '{}', 'out.json': 'mine' },
    args: [...sbom, '--output', 'out.json', '--force'],
    documents: ['app.json', 'out.json'],
  },
  { name: 'new layout', files: {}, args: ['new', 'layout', 'l'], documents: [] },
  {
    name: 'new into a new layout',
    files: { 'app.json': '{}' },
    args: [...sbom, '--layout', 'l', '--tag', 'a'],
    documents: ['app.json'],
  },
  {
    name: 'new into a layout',
    files: { ...image, 'app.json': '{}' },
    args: [...sbom, '--layout', 'l', '--tag', 'a'],
    documents: Object.keys(image),
  },
  {
    name: 'rehash of an edited config',
    files: { ...image, [`l/${config}`]: edited },
    args: ['rehash', 'l'],
    documents: ['l/index.json'],
  },
  {
    name: 'rehash of swapped bytes',
    files: { ...image, [`l/${layer}`]: imageLayout()[config]!, [`l/${config}`]: imageLayout()[layer]! },
    args: ['rehash', 'l'],
    documents: ['l/index.json', `l/${layer}`, `l/${config}`],
  },
  {
    name: 'rehash --restore',
    files: { ...image, [`l/${config}`]: (imageLayout()[config] as string).replaceAll('\n', '\r\n') },
    args: ['rehash', '--restore', 'l'],
    documents: Object.keys(image),
  },
];

describe('fault injection at each step', { concurrency: 2 }, () => {
  for (const command of commands) {
    test(`${command.name}: killed`, (t) => killed(command, t));
    // Creating layouts takes many steps, and a full disk is milder than being killed.
    if (command.args.includes('l') && !command.name.endsWith('swapped bytes')) continue;
    test(`${command.name}: disk full`, (t) => fullDisk(command, t));
  }
});

/** Without the compile cache, because it is written at exit and is no document. */
const env = { NODE_OPTIONS: `--require=${hook}`, NODE_DISABLE_COMPILE_CACHE: '1' };

/** A kill before a step leaves what is on disk then, so one run that copies the folder covers every step. */
async function killed(command: Command, t: TestContext): Promise<void> {
  const copies = await folderWith(t, {});
  const states = await wholeRun(command, copies, t);
  // The journal of a rehash identifies files by inode and modification time, which copies do not keep.
  if (command.args[0] === 'rehash') return faults(command, 'kill', states, t);
  for (const step of states.steps) await checkLeft(command, join(copies, String(step)), states, step);
  // Check once that a copy equals what a killed process really leaves.
  const { size } = states.seen;
  await faults(command, 'kill', { ...states, steps: [Math.ceil(states.steps.length / 2)] }, t);
  assert.equal(states.seen.size, size, 'the state is among the copies');
}

async function fullDisk(command: Command, t: TestContext): Promise<void> {
  await faults(command, 'full', await wholeRun(command, await folderWith(t, {}), t), t);
}

async function faults(command: Command, how: string, states: States, t: TestContext): Promise<void> {
  for (const step of states.steps) {
    const cwd = await folderWith(t, command.files);
    await ociLint(command.args, { cwd, env: { ...env, FAIL_AT: String(step), FAIL_HOW: how } });
    if (how === 'full') assert.ok(!Object.keys(textsOf(cwd)).some(isDraft), `a draft is left after step ${step}`);
    await checkLeft(command, cwd, states, step);
  }
}

interface States {
  readonly steps: readonly number[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** The states already checked. Equal states behave the same, so each is checked once. */
  readonly seen: Set<string>;
}

async function wholeRun({ files, args }: Command, copies: string, t: TestContext): Promise<States> {
  const cwd = await folderWith(t, files);
  const before = textsOf(cwd);
  await ociLint(args, { cwd, env: { ...env, FAIL_COPIES: copies } });
  const steps = readdirSync(copies)
    .map(Number)
    .sort((a, b) => a - b);
  assert.ok(steps.length >= 3, 'the hook intercepts the writes of the program');
  return { steps, before, after: textsOf(cwd), seen: new Set() };
}

/** Every document is old or new, and running the same command again completes the work. */
async function checkLeft(
  { args, documents }: Command,
  cwd: string,
  { steps, before, after, seen }: States,
  step: number,
) {
  const broken = textsOf(cwd);
  for (const path of documents) {
    const text = broken[path];
    assert.ok(text === before[path] || text === after[path], `${path} after step ${step} of ${steps.length}`);
  }
  const state = JSON.stringify(broken).replace(
    /[0-9a-f]{8}-\d+-[0-9a-f]{16}|[0-9a-f]{8} \d+|\d+ \d+ \d{16,}/g,
    'unique',
  );
  if (seen.has(state)) return;
  seen.add(state);
  // The layout was already complete, so creating it again is refused.
  if (args[1] === 'layout' && 'l/index.json' in broken) return;
  const again = await ociLint(args, { cwd });
  assert.notEqual(again.status, 2, again.stderr);
  assert.deepEqual(textsOf(cwd), after, `run again after step ${step} of ${steps.length}`);
}

function isDraft(path: string): boolean {
  return path.endsWith('.draft');
}

function inFolder(folder: string, files: Texts): Texts {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
}

function textsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}
