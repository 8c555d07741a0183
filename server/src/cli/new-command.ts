import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../config/did-you-mean.ts';
import { createContents } from '../content/stores/contents.ts';
import { newLayout } from '../create/new-layout.ts';
import { diskFiles } from '../node/files.ts';
import { startNodeHash } from '../node/hashing.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { checkDraft } from './new/check-draft.ts';
import type { Draft, Workshop } from './new/draft.ts';
import { isFree, layoutPlan } from './new/layout-plan.ts';
import { listProfiles } from './new/list-profiles.ts';
import { newArtifact } from './new/new-artifact.ts';
import { newHelp } from './new/new-help.ts';
import { newImage } from './new/new-image.ts';
import { newIndex } from './new/new-index.ts';
import { type NewThing, newThings, readNewOptions } from './new/options.ts';
import { smallBlob } from './new/small-blob.ts';
import { writeLayout } from './new/write-layout.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

const makers: Readonly<Record<Exclude<NewThing, 'layout'>, (workshop: Workshop) => Promise<Draft>>> = {
  artifact: newArtifact,
  image: newImage,
  index: newIndex,
  package: newIndex,
};

/** `oci-lint new THING …`: writes a document whose digests and sizes are right, to standard output, a file or a layout. */
export async function newCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { write } = streamOutput(shell.stdout);
  const [name, ...rest] = args;
  if (name === undefined) throw new CliError(`new makes ${newThings.join(', ')}; see oci-lint new --help.`);
  if (args.includes('--help') || args.includes('-h')) {
    await write(newHelp);
    return 0;
  }
  if (name === '--list') {
    await write(listProfiles());
    return 0;
  }
  const thing = newThings.find((candidate) => candidate === name);
  if (thing === undefined) {
    throw new CliError(`new cannot make ${JSON.stringify(name)}${didYouMean(name, newThings)}`);
  }
  const workshop = { options: readNewOptions(thing, rest), shell, contents: createContents(diskFiles, startNodeHash) };
  await write(thing === 'layout' ? await makeLayout(workshop) : await make(makers[thing], workshop));
  return 0;
}

/** Makes, checks and writes; what there is to say of it. */
async function make(maker: (workshop: Workshop) => Promise<Draft>, workshop: Workshop): Promise<string> {
  const { options, shell } = workshop;
  const draft = await maker(workshop);
  const plan = options.layout === undefined ? undefined : await layoutPlan(draft, options.layout, workshop);
  for (const warning of await checkDraft(draft, plan, workshop)) complain(shell, `warning: ${warning}`);
  if (options.output === undefined && plan === undefined) return draft.text;
  if (plan === undefined) writeLoose(draft, workshop);
  else await writeLayout(plan);
  const { digest, bytes } = smallBlob(Buffer.from(draft.text));
  const tag = options.tag === undefined ? '' : ` as ${options.tag}`;
  return `${digest} ${draft.title}, ${bytes.length} bytes, in ${options.layout ?? options.output}${tag}\n`;
}

function writeLoose({ text }: Draft, { options: { output = '', force }, shell }: Workshop): void {
  try {
    writeFileSync(resolve(shell.cwd, output), text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new CliError(`${output} is there already; --force overwrites it.`);
    }
    throw new CliError(`cannot write ${output}: ${reasonOf(error)}.`);
  }
}

/** An OCI layout from nothing. */
async function makeLayout({ options: { layout = '', force }, shell }: Workshop): Promise<string> {
  const path = resolve(shell.cwd, layout);
  if (!force && !isFree(path, layout)) {
    throw new CliError(`${layout} is there already, and not empty; --force makes a new layout of it.`);
  }
  await writeLayout({ name: layout, path, blobs: [], files: newLayout });
  return `An OCI layout, in ${layout}\n`;
}
