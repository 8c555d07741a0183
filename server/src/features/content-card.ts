import type { Contents } from '../content/stores/contents.ts';
import type { Target } from '../content/stores/targets.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { shortDigest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { profileOf } from '../oci/facts/artifact-profiles.ts';
import type { Kind } from '../oci/kind.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { mediaTypeInfoIn, type OwnTypes } from '../oci/own-types.ts';
import { itemsOf, type JsonNode, membersOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';
import { contentStateOf } from './content-state.ts';
import { platformTextOf } from './labels.ts';
import { code, escaped, linkTo } from './markdown.ts';
import { rawContentLinesOf } from './raw-content.ts';
import { humanSize } from './sizes.ts';

/** A small card, in Markdown, of what a descriptor points at. Nothing in it is markup from a document. */
export async function contentCardOf(
  target: Target,
  contents: Contents,
  own?: OwnTypes,
  signal?: AbortSignal,
): Promise<string> {
  const { value, verdict } = target;
  const content = 'content' in verdict ? verdict.content : undefined;
  const isDocument = kindOfMediaType(value.mediaType) !== undefined;
  const document =
    content !== undefined && isDocument ? await contents.documentOf(content, value.mediaType, signal) : undefined;
  const head = [titleOf(target, document, own), contentStateOf(target)].join('  \n');
  const facts =
    document?.kind !== undefined
      ? (factsOfKind[document.kind]?.(document) ?? [])
      : content === undefined
        ? []
        : await rawContentLinesOf(content, contents, signal);
  // A document's own annotations are among its facts, and its descriptors often repeat them.
  const annotations = document === undefined ? annotationLinesOf(valueOf(target.written.node, 'annotations')) : [];
  const link = content?.uri === undefined ? [] : [linkTo('Open the content', content.uri)];
  return [head, facts.join('\n'), annotations.join('\n'), ...link].filter(Boolean).join('\n\n');
}

function titleOf(
  { value: { mediaType } }: Target,
  document: OciDocument | undefined,
  own: OwnTypes | undefined,
): string {
  const info = mediaTypeInfoIn(own, mediaType);
  const kind = document?.row?.title ?? info?.title;
  return kind === undefined
    ? `**Content** of type ${code(mediaType)}`
    : `**${escaped(capital(kind))}** · ${code(mediaType)}`;
}

/** What each kind of document tells in a few lines. */
const factsOfKind: Readonly<Partial<Record<Kind, (document: OciDocument) => readonly string[]>>> = {
  index: indexFactsOf,
  'docker-manifest-list': indexFactsOf,
  manifest: manifestFactsOf,
  'docker-manifest': manifestFactsOf,
  'artifact-manifest': manifestFactsOf,
  'oras-artifact-manifest': manifestFactsOf,
  config: configFactsOf,
  'docker-config': configFactsOf,
};

const maxRows = 12;

function indexFactsOf({ root, descriptors }: OciDocument): readonly string[] {
  const entries = descriptors.filter(({ role }) => role === 'manifest');
  const rows = entries.slice(0, maxRows).map(({ node, value }) => {
    // BuildKit's attestations go by what they are: their platform is `unknown/unknown`.
    const what =
      stringAt(valueOf(node, 'annotations'), 'vnd.docker.reference.type') ??
      platformTextOf(valueOf(node, 'platform')) ??
      stringAt(node, 'artifactType') ??
      stringAt(node, 'mediaType');
    const digest = value === undefined ? '' : code(shortDigest(toDigestText(value.digest)));
    return `| ${escaped(what ?? '')} | ${digest} | ${value === undefined ? '' : humanSize(value.size)} |`;
  });
  const more = entries.length > maxRows ? [`| and ${entries.length - maxRows} more | | |`] : [];
  const table = rows.length === 0 ? ['It lists nothing.'] : ['| | digest | size |', '|:--|:--|--:|', ...rows, ...more];
  return [...artifactTypeFact(root), ...(artifactTypeFact(root).length > 0 ? [''] : []), ...table];
}

function manifestFactsOf({ root, descriptors }: OciDocument): readonly string[] {
  const config = descriptors.find(({ role }) => role === 'config');
  const layers = descriptors.filter(({ role }) => role === 'layer' || role === 'blob');
  const noun = layers[0]?.role === 'blob' ? 'blob' : 'layer';
  const subject = descriptors.find(({ role }) => role === 'subject');
  const total = layers.reduce((sum, { value }) => sum + (value?.size ?? 0n), 0n);
  const profile = profileOf({
    artifactType: stringAt(root, 'artifactType'),
    configMediaType: stringAt(valueOf(root, 'config'), 'mediaType'),
    layerMediaTypes: layers.map(({ node }) => stringAt(node, 'mediaType') ?? ''),
  });
  return [
    ...artifactTypeFact(root),
    ...(profile === undefined ? [] : [`- a ${escaped(profile.title)}`]),
    ...(config === undefined ? [] : [`- config ${describe(config)}`]),
    `- ${layers.length} ${noun}${layers.length === 1 ? '' : 's'}, ${humanSize(total)}${layers.length > 1 ? ' together' : ''}`,
    ...(subject === undefined ? [] : [`- about ${describe(subject)}`]),
    ...annotationLinesOf(valueOf(root, 'annotations')),
  ];
}

function configFactsOf({ root }: OciDocument): readonly string[] {
  const config = valueOf(root, 'config');
  const words = (name: string): string[] => {
    const text = itemsOf(valueOf(config, name)).flatMap((item) => stringOf(item) ?? []);
    return text.length === 0 ? [] : [`- ${name.toLowerCase()} ${code(text.join(' '))}`];
  };
  const created = stringAt(root, 'created');
  const user = stringAt(config, 'User');
  const variables = itemsOf(valueOf(config, 'Env')).length;
  const layers = itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids')).length;
  const platform = platformTextOf(root);
  return [
    ...(platform === undefined ? [] : [`- for ${escaped(platform)}`]),
    ...(created === undefined ? [] : [`- created ${escaped(created)}`]),
    ...words('Entrypoint'),
    ...words('Cmd'),
    ...(user ? [`- user ${code(user)}`] : []),
    ...(variables > 0 ? [`- ${variables} environment ${variables === 1 ? 'variable' : 'variables'}`] : []),
    `- ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
  ];
}

function describe({ node, value }: WrittenDescriptor): string {
  const type = code(stringAt(node, 'mediaType') ?? 'no type');
  return value === undefined ? type : `${type}, ${humanSize(value.size)}`;
}

function artifactTypeFact(root: JsonNode | undefined): readonly string[] {
  const type = stringAt(root, 'artifactType');
  return type === undefined ? [] : [`- artifact type ${code(type)}`];
}

const maxAnnotations = 5;

function annotationLinesOf(annotations: JsonNode | undefined): readonly string[] {
  const members = membersOf(annotations);
  const lines = members.slice(0, maxAnnotations).flatMap(({ name, value }) => {
    const text = stringOf(value);
    return text === undefined ? [] : [`- ${code(name, 80)} ${escaped(text, 100)}`];
  });
  return members.length > maxAnnotations ? [...lines, `- and ${members.length - maxAnnotations} more`] : lines;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
