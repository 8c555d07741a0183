import { type Grown, grow } from '../content/tree/grow.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import { treeJson } from '../features/tree/tree-json.ts';
import { treeText } from '../features/tree/tree-text.ts';
import { expectLongRun } from '../node/long-run.ts';
import { CliError } from './cli-error.ts';
import { type Argument, readArguments } from './command-arguments.ts';
import type { ExitStatus } from './exit-status.ts';
import { inertJson, printableLines } from './formats/printable.ts';
import { type ImageInput, imageInput } from './image-input.ts';
import { streamOutput } from './output.ts';
import { shownUri } from './paths.ts';
import type { Shell } from './shell.ts';
import { imagesIn, pathsJson, pathsText } from './tree/image-paths.ts';

const usage = 'oci-lint tree PATH [--format text|json] [--verify] [--files]';

const known: Readonly<Record<string, Argument>> = {
  '--format': { values: ['text', 'json'] },
  '--verify': {},
  '--files': {},
};

/**
 * `oci-lint tree PATH`: shows the contents of a layout, archive or document. Status 1 if something is missing or does
 * not match its descriptor.
 */
export async function treeCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { paths, options } = readArguments('tree', args, known, usage);
  const [path, ...rest] = paths;
  if (path === undefined || rest.length > 0) throw new CliError(`tree requires one path. Usage: ${usage}`);
  const input = await imageInput(path, shell);
  expectLongRun();
  const roots = await rootsOf(input, options.has('--verify'));
  if (options.has('--files')) {
    await writeFiles(roots, input, options.get('--format') === 'json', shell);
    return roots.some(hasProblem) ? 1 : 0;
  }
  const shown = shownUri(shell.cwd);
  const text = options.get('--format') === 'json' ? treeJson(roots, shown) : printableLines(treeText(roots, shown));
  await streamOutput(shell.stdout).write(text);
  return roots.some(hasProblem) ? 1 : 0;
}

/** Lists the paths in each image's file system instead of the tree. */
async function writeFiles(roots: readonly Grown[], { contents, name }: ImageInput, isJson: boolean, { stdout }: Shell) {
  const output = streamOutput(stdout);
  const images: object[] = [];
  let count = 0;
  for await (const image of imagesIn(roots, contents)) {
    if (isJson) images.push(pathsJson(image));
    else await output.write(printableLines(`${count > 0 ? '\n' : ''}${pathsText(image)}`));
    count++;
  }
  if (count === 0) throw new CliError(`no image with layers in ${name}`);
  if (isJson) await output.write(`${inertJson({ version: 1, images }, 2)}\n`);
}

async function rootsOf({ contents, layouts, document }: ImageInput, isVerified: boolean): Promise<readonly Grown[]> {
  const tree = createTree(contents, isVerified ? 'all' : 'small');
  const roots =
    document === undefined
      ? await Promise.all(layouts.map((layout) => tree.layout(layout)))
      : [tree.document(document)];
  const grown: Grown[] = [];
  for (const root of roots) grown.push(await grow(root, tree));
  return grown;
}

function hasProblem({ problems }: Grown): boolean {
  return problems > 0;
}
