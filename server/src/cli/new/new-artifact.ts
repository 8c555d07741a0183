import { basename, isAbsolute, normalize } from 'node:path';
import { didYouMean } from '../../config/did-you-mean.ts';
import { artifactDocument, type CollectedFile } from '../../create/artifact-document.ts';
import { type NewArtifactKind, newArtifactKindOf, newProfiles } from '../../create/new-artifact-kind.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { CliError } from '../cli-error.ts';
import { toPosix } from '../paths.ts';
import type { Draft, NewContext } from './draft.ts';
import { namedBlob, readNamedFile } from './files.ts';
import { subjectPart } from './named-manifest.ts';

/** Creates an artifact manifest from files and an artifact type. */
export async function newArtifact(context: NewContext): Promise<Draft> {
  const { options } = context;
  const kind = kindOf(options.artifactType);
  const files = await Promise.all(options.files.map((text) => fileOf(text, context)));
  const config = options.config === undefined ? undefined : await fileOf(options.config, context);
  const subject = await subjectPart(context);
  const made = artifactDocument({ kind, files, config, subject, annotations: options.annotations });
  if ('problem' in made) throw new CliError(`cannot create artifact: ${made.problem}`);
  return { ...made, title: kind.profile?.title ?? 'artifact', platform: options.platform };
}

function kindOf(name: string | undefined): NewArtifactKind {
  if (name === undefined) {
    throw new CliError('new artifact requires --artifact-type TYPE. oci-lint new --list lists known types.');
  }
  const kind = newArtifactKindOf(name);
  if (kind === undefined) {
    const ids = newProfiles().map(({ id }) => id);
    throw new CliError(`unknown artifact type ${JSON.stringify(name)}${didYouMean(name, ids, '')}`);
  }
  if (name.includes('/') && mediaTypeProblemOf(name) !== undefined) {
    throw new CliError(`invalid artifact type ${JSON.stringify(name)}: not a valid media type`);
  }
  return kind;
}

async function fileOf(text: string, context: NewContext): Promise<CollectedFile> {
  const { name, mediaType } = readNamedFile(text, context.shell.cwd);
  return { name: titleOf(name), mediaType, blob: await namedBlob(name, context) };
}

/** Like ORAS: the relative path if it stays below the current directory, otherwise just the name. */
function titleOf(name: string): string {
  const path = toPosix(normalize(name));
  return isAbsolute(name) || path.startsWith('../') ? basename(name) : path;
}
