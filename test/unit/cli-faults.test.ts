import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
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
  /** The people's documents: old or new after each fault, nothing else. */
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
];

for (const command of commands) {
  // Making layouts takes many steps, and a full disk is a gentler end than being killed.
  for (const how of command.args.includes('l') && !command.name.endsWith('swapped bytes')
    ? (['kill'] as const)
    : (['kill', 'full'] as const)) {
    test(`${command.name}: ${how === 'kill' ? 'killed' : 'a full disk'} at each step`, (t) => faults(command, how, t));
  }
}

async function faults({ files, args, documents }: Command, how: string, t: TestContext): Promise<void> {
  const whole = await folderWith(t, files);
  const counter = join(await folderWith(t, {}), 'count');
  const env = { NODE_OPTIONS: `--require=${hook}` };
  await ociLint(args, { cwd: whole, env: { ...env, FAIL_COUNT: counter } });
  const steps = Number(readFileSync(counter, 'utf8'));
  assert.ok(steps >= 3, 'the hook counts what the program writes');
  const [before, after] = [textsOf(await folderWith(t, files)), textsOf(whole)];
  for (let step = 1; step <= steps; step++) {
    const cwd = await folderWith(t, files);
    await ociLint(args, { cwd, env: { ...env, FAIL_AT: String(step), FAIL_HOW: how } });
    const broken = textsOf(cwd);
    for (const path of documents) {
      const text = broken[path];
      assert.ok(text === before[path] || text === after[path], `${path} after step ${step} of ${steps}`);
    }
    if (how === 'full') assert.ok(!Object.keys(broken).some(isDraft), `a draft is left after step ${step}`);
    // It was whole already, and a second new layout is refused.
    if (args[1] === 'layout' && 'l/index.json' in broken) continue;
    const again = await ociLint(args, { cwd });
    assert.notEqual(again.status, 2, again.stderr);
    assert.deepEqual(textsOf(cwd), after, `run again after step ${step} of ${steps}`);
  }
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
