import { readSmallFile } from '../content/files.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import { isContent } from '../content/stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { readInPlace } from '../content/stores/file-document.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { stringAt } from '../syntax/tree.ts';
import { pathBelow } from '../workspace/paths.ts';
import { uriNamed } from './documents.ts';
import { type Input, Refusal, requiredText, textIn } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** Maximum length of a document's text in the output, in characters. */
const maxText = 20_000;

/** Describes a path, or a digest or tag in a layout: digest, size, kind, references and text. */
export async function describeTool(input: Input, context: ToolContext): Promise<string> {
  const [path, name] = [requiredText(input, 'path'), textIn(input, 'reference')];
  const given = (await context.at(path)).uri;
  const uri = name === undefined ? given : await uriNamed(name, { root: given }, context.contents);
  return describeFile(uri, name ?? path, context.contents, context.shown);
}

/** Throws a Refusal if it is not a file. `name`: as the model spelled it. */
export async function describeFile(
  uri: string,
  name: string,
  contents: Contents,
  shown: (uri: string) => string,
): Promise<string> {
  const content = await fileContentOf(contents.files, uri);
  if (!isContent(content)) throw new Refusal(`${JSON.stringify(name)} is not a file`);
  const hashed = await contents.hash('sha256', content);
  const facts = [
    ['path', shown(uri)],
    ['digest', `sha256:${hashed?.hex}`],
    ['size', String(hashed?.size)],
    ...(await documentFacts(uri, contents)),
  ];
  return facts.map(([label, text]) => `${label}: ${text}`).join('\n');
}

async function documentFacts(uri: string, contents: Contents): Promise<readonly (readonly [string, string])[]> {
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize);
  if (bytes === undefined) return [];
  const document = await readInPlace(uri, bytes, contents);
  const facts = ['mediaType', 'artifactType'].flatMap((name) => {
    const text = stringAt(document.root, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const mentions = (await mentionsOf(uri, contents)).map((mention) => ['referenced by', mention] as const);
  if (document.kind === undefined) return [['kind', 'not an OCI document'], ...mentions];
  const text = new TextDecoder().decode(bytes);
  const content = text.length > maxText ? `${text.slice(0, maxText)}… (${text.length} characters)` : text;
  return [['kind', document.kind], ...facts, ...mentions, ['content', content]];
}

async function mentionsOf(uri: string, contents: Contents): Promise<readonly string[]> {
  const digest = blobDigestOf(uri);
  const layout = digest && (await contents.layoutOf(uri));
  if (digest === undefined || layout === undefined) return [];
  const graph = await contents.graphOf(layout);
  return graph
    .mentionsOf(toDigestText(digest))
    .map((mention) => `${pathBelow(layout.root, mention.uri)}#${mention.pointer}`);
}
