import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSmallFile } from '../../content/files.ts';
import { blobUriOf, type Layout } from '../../content/layout/layout.ts';
import { type Contents, createContents, maxDocumentSize } from '../../content/stores/contents.ts';
import { readKindHints } from '../../content/stores/kind-hints.ts';
import { below } from '../../content/uris.ts';
import { startNodeHash } from '../../node/hashing.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { readDigest } from '../../oci/digest.ts';
import { readDocumentBytes } from '../../oci/document.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import { CliError } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { Roots } from './roots.ts';

/** So much of a document is shown. In characters. */
const mostText = 20_000;

/** What a path, or a digest or tag in the layout there, is: its digest, size and kind, who points at it, and its text. */
export async function describe(path: string, name: string | undefined, roots: Roots): Promise<string> {
  const contents = createContents(roots.files, startNodeHash);
  const given = toUri(roots.existing(path));
  const uri = name === undefined ? given : await uriNamed(name, { root: given }, contents);
  const stat = await roots.files.stat(uri);
  if (stat?.type !== 'file') throw new CliError(`${JSON.stringify(name ?? path)} is not a file`);
  const hashed = await contents.hash('sha256', {
    size: stat.size,
    key: uri,
    open: (range, signal) => roots.files.read(uri, range, signal),
  });
  const facts = [
    ['path', relative(roots.first(), fileURLToPath(uri))],
    ['digest', `sha256:${hashed?.hex}`],
    ['size', String(hashed?.size)],
    ...(await documentFacts(uri, contents)),
  ];
  return facts.map(([label, text]) => `${label}: ${text}`).join('\n');
}

/** The blob that a digest or a tag means in a layout. */
async function uriNamed(name: string, layout: Layout, contents: Contents): Promise<string> {
  const digest = readDigest(name);
  if (digest !== undefined) return blobUriOf(layout, digest);
  const bytes = await readSmallFile(contents.files, below(layout.root, 'index.json'), maxDocumentSize);
  const index = bytes && readDocumentBytes(below(layout.root, 'index.json'), bytes, { path: 'index' });
  const entry = index?.descriptors.find(
    ({ node }) => stringAt(valueOf(node, 'annotations'), 'org.opencontainers.image.ref.name') === name,
  );
  if (entry?.value === undefined) throw new CliError(`no digest or tag ${JSON.stringify(name)} in this layout`);
  return blobUriOf(layout, entry.value.digest);
}

async function documentFacts(uri: string, contents: Contents): Promise<readonly (readonly [string, string])[]> {
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize);
  if (bytes === undefined) return [];
  const document = readDocumentBytes(uri, bytes, await readKindHints(contents, uri));
  const facts = ['mediaType', 'artifactType'].flatMap((name) => {
    const text = stringAt(document.root, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const mentions = (await mentionsOf(uri, contents)).map((mention) => ['referenced by', mention] as const);
  if (document.kind === undefined) return [['kind', 'not an OCI document'], ...mentions];
  const text = new TextDecoder().decode(bytes);
  const content = text.length > mostText ? `${text.slice(0, mostText)}… (${text.length} characters)` : text;
  return [['kind', document.kind], ...facts, ...mentions, ['content', content]];
}

async function mentionsOf(uri: string, contents: Contents): Promise<readonly string[]> {
  const [algorithm, encoded] = uri.split('/').slice(-2);
  const digest = readDigest(`${algorithm}:${encoded}`);
  const layout = digest && (await contents.layoutOf(uri));
  if (digest === undefined || layout === undefined) return [];
  const graph = await contents.graphOf(layout);
  return graph
    .mentionsOf(toDigestText(digest))
    .map((mention) => `${relative(fileURLToPath(layout.root), fileURLToPath(mention.uri))}#${mention.pointer}`);
}
