import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../config/did-you-mean.ts';
import { withArchives } from '../content/archive/archive-files.ts';
import { createContents } from '../content/stores/contents.ts';
import { findingsInDraft } from '../create/check-draft.ts';
import { newLayout } from '../create/new-layout.ts';
import { smallBlob } from '../create/small-blob.ts';
import { isError } from '../lint/lint-finding.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { startNodeHash } from '../node/hashing.ts';
import { type Before, ChangedMeanwhile } from '../node/write-file.ts';
import { grouped } from '../protocol/counted.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { fileWriterFor } from './file-writer.ts';
import { inertJsonText } from './formats/printable.ts';
import type { Draft, NewContext } from './new/draft.ts';
import { isFree, type LayoutPlan, layoutPlan, TagMoved } from './new/layout-plan.ts';
import { listProfiles } from './new/list-profiles.ts';
import { newArtifact } from './new/new-artifact.ts';
import { newImage } from './new/new-image.ts';
import { newIndex } from './new/new-index.ts';
import { type NewThing, newThings, readNewOptions } from './new/options.ts';
import { writeLayout } from './new/write-layout.ts';
import { streamOutput } from './output.ts';
import { readRegular } from './paths.ts';
import type { Shell } from './shell.ts';

const makers: Readonly<Record<Exclude<NewThing, 'layout'>, (context: NewContext) => Promise<Draft>>> = {
  artifact: newArtifact,
  image: newImage,
  index: newIndex,
  package: newIndex,
};

/**
 * `oci-lint new THING …`: creates a document with correct digests and sizes on standard output, in a file or in a
 * layout.
 */
export async function newCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { write } = streamOutput(shell.stdout);
  const [name, ...rest] = args;
  if (name === undefined) throw new CliError(`new requires one of ${newThings.join(', ')}. See oci-lint new --help.`);
  if (name === '--list') {
    if (rest.length > 0) throw new CliError(`unexpected argument ${JSON.stringify(rest[0])}`);
    await write(listProfiles());
    return 0;
  }
  const thing = newThings.find((candidate) => candidate === name);
  if (thing === undefined) {
    throw new CliError(`unknown argument ${JSON.stringify(name)} for new${didYouMean(name, newThings, '')}`);
  }
  const options = readNewOptions(thing, rest);
  const context = (): NewContext => {
    const archives = withArchives(shell.files ?? diskFilesNow);
    return { options, shell, archives, contents: createContents(archives, startNodeHash) };
  };
  await write(thing === 'layout' ? await makeLayout(context()) : await makeAnew(makers[thing], context));
  return 0;
}

/** Retries if another run has moved the tag in the meantime. Some run makes progress in every round. */
async function makeAnew(maker: (context: NewContext) => Promise<Draft>, context: () => NewContext): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await make(maker, context());
    } catch (error) {
      if (!(error instanceof TagMoved)) throw error;
    }
  }
  throw new TagMoved();
}

/** Creates, checks and writes a document. Returns the message to print. */
async function make(maker: (context: NewContext) => Promise<Draft>, context: NewContext): Promise<string> {
  const { options, shell } = context;
  const before = bytesBefore(context);
  const draft = await maker(context);
  const plan = options.layout === undefined ? undefined : await layoutPlan(draft, options.layout, context);
  const warnings = await warningsOf(draft, plan, context);
  if (plan !== undefined && !options.dryRun) await writeLayout(plan, fileWriterFor(shell));
  for (const warning of warnings) complain(shell, `warning: ${warning}`);
  if (options.dryRun || (options.output === undefined && plan === undefined)) return inertJsonText(draft.text);
  if (plan === undefined) writeStandalone(draft, context, before);
  const { digest, bytes } = smallBlob(Buffer.from(draft.text));
  const tag = options.tag === undefined ? '' : ` as ${options.tag}`;
  return `${digest} ${draft.title}, ${grouped(bytes.length)} bytes, in ${options.layout ?? options.output}${tag}\n`;
}

/**
 * Checks a draft. Throws a CliError for errors, and for warnings unless `--force` is given, in which case it returns
 * them.
 */
async function warningsOf(draft: Draft, plan: LayoutPlan | undefined, context: NewContext): Promise<readonly string[]> {
  const { files } = context.contents;
  const findings = await findingsInDraft(draft, plan, { files, startHash: startNodeHash, depth: 'all' });
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const worst = findings.find(isError) ?? (context.options.force ? undefined : warnings[0]);
  if (worst === undefined) return warnings.map(({ message }) => message.text);
  const remedy = isError(worst) ? '' : ' Use --force to write it anyway.';
  throw new CliError(`nothing was written: ${worst.message.text} (${worst.rule.id})${remedy}`);
}

function writeStandalone(
  { text }: Draft,
  { options: { output = '', force }, shell }: NewContext,
  before: Before,
): void {
  if (before !== 'absent' && !force) throw new CliError(`${output} already exists. Use --force to overwrite it.`);
  try {
    fileWriterFor(shell).write(resolve(shell.cwd, output), text, before);
  } catch (error) {
    throw new CliError(`could not write ${output}: ${reasonOf(error)}`);
  }
}

/** The current state of the output file, read first so that nothing created in the meantime is overwritten. */
function bytesBefore({ options: { output }, shell }: NewContext): Before {
  if (output === undefined) return 'absent';
  const path = resolve(shell.cwd, output);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'absent';
    return stats.isFile() ? readFileSync(path) : 'any';
  } catch (error) {
    throw new CliError(`could not write ${output}: ${reasonOf(error)}`);
  }
}

/** Creates an empty OCI layout. */
async function makeLayout({ options: { layout = '', force, dryRun }, shell }: NewContext): Promise<string> {
  const path = resolve(shell.cwd, layout);
  if (!force && !isFree(path, layout)) {
    throw new CliError(`${layout} already exists and is not empty. Use --force to create a layout there.`);
  }
  if (dryRun) return newLayout['index.json'];
  const before = force && existsSync(join(path, 'index.json')) ? readRegular(join(path, 'index.json')) : undefined;
  // `--force` only covers files that existed at the start.
  const listedIn = (now: Uint8Array | undefined): string => {
    if (now !== undefined && !(before?.equals(now) ?? false)) throw new ChangedMeanwhile('index.json');
    return newLayout['index.json'];
  };
  await writeLayout({ name: layout, path, blobs: [], listedIn }, fileWriterFor(shell), force);
  return `Created an OCI layout in ${layout}\n`;
}
