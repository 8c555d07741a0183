import { resolve } from 'node:path';
import { below } from '../../content/uris.ts';
import { imageIndex } from '../../create/image-index.ts';
import { aboutOf, entriesOf, flattened, isIndex, withAdded } from '../../create/index-entries.ts';
import { blobsOfEntry } from '../../create/listed-manifest.ts';
import { readPlatformText } from '../../create/platform-text.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { CliError } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { Draft, NewContext } from './draft.ts';
import { isThere } from './files.ts';
import {
  diskDocumentAt,
  holdersOf,
  type NamedManifest,
  namedManifest,
  subjectPart,
  taggedManifest,
} from './named-manifest.ts';

/** Creates an index: of a multi-platform image, or, with an artifact type, of a set of artifacts. */
export async function newIndex(context: NewContext): Promise<Draft> {
  const { options } = context;
  const { thing, artifactType, annotations } = options;
  if (thing === 'package' && artifactType === undefined) {
    throw new CliError('new package requires --artifact-type TYPE');
  }
  if (artifactType !== undefined && mediaTypeProblemOf(artifactType) !== undefined) {
    throw new CliError(`invalid artifact type ${JSON.stringify(artifactType)}: not a valid media type`);
  }
  const tagHolders = await holdersBefore(context);
  const entries: NamedManifest[] = [];
  for (const text of options.manifests) entries.push(await entryOf(text, context));
  const before = thing === 'index' ? await indexBefore(context) : undefined;
  const isFlat = thing === 'index';
  const added = entriesOf(entries, isFlat);
  const about = before && aboutOf(before);
  const type = artifactType ?? about?.artifactType;
  const subject = await subjectPart(context);
  const text = imageIndex({
    artifactType: type,
    manifests: isFlat ? withAdded(before === undefined ? [] : flattened(before), added) : added,
    subject: subject ?? (about?.subject && { listed: about.subject }),
    annotations: { ...about?.annotations, ...annotations },
  });
  return {
    text,
    mediaType: mediaTypes.index,
    title: thing === 'package' ? 'package index' : 'index',
    artifactType: type,
    isAddition: before !== undefined,
    tagHolders,
    blobs: options.layout === undefined ? [] : await blobsOf(entries, isFlat, context),
  };
}

/** The current holders of the tag that may be added to. If they change before the end, everything is done again. */
async function holdersBefore({ options, shell }: NewContext): Promise<string | undefined> {
  const { thing, layout, tag, force } = options;
  if (thing !== 'index' || layout === undefined || tag === undefined || force) return undefined;
  return holdersOf(tag, await diskDocumentAt(below(toUri(resolve(shell.cwd, layout)), 'index.json')));
}

/** The index that currently has the requested tag. */
async function indexBefore(context: NewContext): Promise<NamedManifest | undefined> {
  const { layout, tag, force } = context.options;
  if (layout === undefined || tag === undefined || force) return undefined;
  const tagged = await taggedManifest(tag, layout, context);
  return isIndex(tagged?.document.kind) ? tagged : undefined;
}

/** Everything that the entries reference, without indexes that were replaced by their entries. */
async function blobsOf(entries: readonly NamedManifest[], isFlat: boolean, context: NewContext) {
  const collected = await Promise.all(
    entries.map(async (entry) => {
      const found = await blobsOfEntry(entry, isFlat, context.contents);
      if ('problem' in found) throw new CliError(`${entry.name} ${found.problem}`);
      return found.blobs;
    }),
  );
  return collected.flat();
}

/** Parses `[PLATFORM=]MANIFEST`. Without a platform, that of the image's config is used, if available. */
async function entryOf(text: string, context: NewContext): Promise<NamedManifest> {
  const equals = isThere(resolve(context.shell.cwd, text)) ? -1 : text.indexOf('=');
  const platform = equals < 0 ? undefined : readPlatformText(text.slice(0, equals));
  const entry = await namedManifest(platform === undefined ? text : text.slice(equals + 1), context);
  if (platform !== undefined && isIndex(entry.document.kind)) {
    throw new CliError(`${entry.name} is an index and cannot have a platform`);
  }
  return platform === undefined ? entry : { ...entry, part: { ...entry.part, platform } };
}
