import { blobDigestOf, blobUriOf } from '../content/layout/layout.ts';
import { indexOfLayout } from '../content/layout/named-blob.ts';
import type { Contents } from '../content/stores/contents.ts';
import { documentAt } from '../content/stores/document-at.ts';
import type { WorkspaceFiles } from '../content/stores/workspace-files.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import { newProfilesByUsage } from '../create/new-artifact-kind.ts';
import { refNameKey } from '../oci/annotation-keys.ts';
import { isWellFormed, toDigestText } from '../oci/descriptor.ts';
import { emptyContent } from '../oci/empty.ts';
import { describedProfile } from '../oci/facts/described.ts';
import { hasTraits } from '../oci/kinds.ts';
import type { ArtifactChoice, NewChoice, NewChoices } from '../protocol.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';

/** Known kinds of artifacts, most common first. */
export function artifactChoices(): readonly ArtifactChoice[] {
  const sorted = newProfilesByUsage();
  return sorted.map((profile) => {
    const { id, title, summary, subject, artifactType, config = [], layers = [] } = describedProfile(profile);
    const isEmpty = artifactType !== undefined && config.includes(emptyContent.mediaType);
    const [configType] = config;
    const most = layers.reduce((all, { max = Number.POSITIVE_INFINITY }) => all + max, 0);
    return {
      id,
      title,
      summary,
      type: artifactType ?? configType ?? '',
      hasSubject: subject === 'required',
      ...(isEmpty || configType === undefined ? {} : { config: configType }),
      ...(Number.isFinite(most) ? { maxFiles: most } : {}),
    };
  });
}

/** Far more than anyone will look through. */
const maxDocuments = 500;

/** Larger files are not manifests. Bytes. */
const largestManifest = 4 * 1024 * 1024;

/** The layouts of the workspace, their entries, and standalone manifests. */
export async function newChoices(listFiles: WorkspaceFiles, contents: Contents): Promise<NewChoices> {
  const files = await listFiles();
  const roots = files.filter(({ uri }) => nameOf(uri) === 'oci-layout').map(({ uri }) => folderOf(uri));
  const layouts = roots.map((uri) => ({ uri, label: nameOf(uri), description: '', folder: uri }));
  const inLayouts = await Promise.all(roots.map((root) => entriesOf(root, contents)));
  const known = new Set(roots.map((root) => below(root, 'index.json')));
  const alone = files
    .filter(({ uri, size }) => uri.endsWith('.json') && size <= largestManifest && !known.has(uri))
    .filter(({ uri }) => blobDigestOf(uri) === undefined)
    .slice(0, maxDocuments);
  const found = await Promise.all(alone.map(({ uri }) => manifestChoice(uri, contents)));
  return { layouts, manifests: [...inLayouts.flat(), ...found.flat()] };
}

async function entriesOf(root: string, contents: Contents): Promise<readonly NewChoice[]> {
  const index = await indexOfLayout({ root }, contents);
  const entries = (index?.descriptors ?? []).filter(isWellFormed).filter(({ role }) => role === 'manifest');
  return entries.slice(0, maxDocuments).map(({ node, value: { digest } }) => {
    const tag = stringAt(valueOf(node, 'annotations'), refNameKey);
    const short = `${digest.algorithm}:${digest.encoded.slice(0, 12)}`;
    const artifactType = stringAt(node, 'artifactType') ?? '';
    return {
      uri: blobUriOf({ root }, digest),
      label: `${nameOf(root)}${tag === undefined ? `@${short}` : `:${tag}`}`,
      description: tag === undefined ? artifactType : `${toDigestText(digest).slice(0, 19)}… ${artifactType}`.trim(),
    };
  });
}

async function manifestChoice(uri: string, contents: Contents): Promise<readonly NewChoice[]> {
  const document = await documentAt(uri, undefined, contents);
  if (!hasTraits(document?.kind, 'is-image')) return [];
  return [{ uri, label: nameOf(uri), description: '', folder: folderOf(uri) }];
}
