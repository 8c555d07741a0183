import type { Contents } from '../content/stores/contents.ts';
import { contentSizeOf, sumOf } from '../oci/content-size.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { profileOf } from '../oci/facts/artifact-profiles.ts';
import type { Kind } from '../oci/kind.ts';
import { platformTextOf } from '../oci/platform-text.ts';
import { counted } from '../protocol/counted.ts';
import { itemsOf, type JsonNode, membersOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';
import { digestLinkOf } from './digest-link.ts';
import { indexTableOf } from './index-table.ts';
import { code, escaped } from './markdown.ts';
import { humanSize } from './sizes.ts';

type Facts = (document: OciDocument, contents: Contents) => readonly string[] | Promise<readonly string[]>;

/** Facts about each kind of document in a few lines of Markdown. */
export const factsOfKind: Readonly<Partial<Record<Kind, Facts>>> = {
  index: indexFactsOf,
  'docker-manifest-list': indexFactsOf,
  manifest: manifestFactsOf,
  'docker-manifest': manifestFactsOf,
  'artifact-manifest': manifestFactsOf,
  'oras-artifact-manifest': manifestFactsOf,
  config: configFactsOf,
  'docker-config': configFactsOf,
};

async function indexFactsOf(document: OciDocument, contents: Contents): Promise<readonly string[]> {
  const type = artifactTypeFact(document.root);
  return [...type, ...(type.length > 0 ? [''] : []), ...(await indexTableOf(document, contents))];
}

async function manifestFactsOf(document: OciDocument, contents: Contents): Promise<readonly string[]> {
  const { root, descriptors } = document;
  const config = descriptors.find(({ role }) => role === 'config');
  const layers = descriptors.filter(({ role }) => role === 'layer' || role === 'blob');
  const noun = layers[0]?.role === 'blob' ? 'blob' : 'layer';
  const subject = descriptors.find(({ role }) => role === 'subject');
  const describe = (one: WrittenDescriptor) => describedIn(document, one, contents);
  const profile = profileOf({
    artifactType: stringAt(root, 'artifactType'),
    configMediaType: stringAt(valueOf(root, 'config'), 'mediaType'),
    layerMediaTypes: layers.map(({ node }) => stringAt(node, 'mediaType') ?? ''),
  });
  return [
    ...artifactTypeFact(root),
    ...(profile === undefined ? [] : [`- a ${escaped(profile.title)}`]),
    ...(config === undefined ? [] : [`- ${humanSize(contentSizeOf(document))} with config and ${noun}s`]),
    ...(config === undefined ? [] : [`- config ${await describe(config)}`]),
    `- ${counted(layers.length, noun)}, ${humanSize(sumOf(layers))}${layers.length > 1 ? ' in total' : ''}`,
    ...(subject === undefined ? [] : [`- subject ${await describe(subject)}`]),
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
    ...(platform === undefined ? [] : [`- platform ${escaped(platform)}`]),
    ...(created === undefined ? [] : [`- created ${escaped(created)}`]),
    ...words('Entrypoint'),
    ...words('Cmd'),
    ...(user ? [`- user ${code(user)}`] : []),
    ...(variables > 0 ? [`- ${variables} environment ${variables === 1 ? 'variable' : 'variables'}`] : []),
    `- ${layers} ${layers === 1 ? 'layer' : 'layers'}`,
  ];
}

async function describedIn({ uri }: OciDocument, written: WrittenDescriptor, contents: Contents): Promise<string> {
  const type = code(stringAt(written.node, 'mediaType') ?? 'no type');
  if (written.value === undefined) return type;
  return `${await digestLinkOf(written, uri, contents)} ${type}, ${humanSize(written.value.size)}`;
}

function artifactTypeFact(root: JsonNode | undefined): readonly string[] {
  const type = stringAt(root, 'artifactType');
  return type === undefined ? [] : [`- artifact type ${code(type)}`];
}

const maxAnnotations = 5;

/** The first annotations, one line each. */
export function annotationLinesOf(annotations: JsonNode | undefined): readonly string[] {
  const members = membersOf(annotations);
  const lines = members.slice(0, maxAnnotations).flatMap(({ name, value }) => {
    const text = stringOf(value);
    return text === undefined ? [] : [`- ${code(name, 80)} ${escaped(text, 100)}`];
  });
  return members.length > maxAnnotations ? [...lines, `- and ${members.length - maxAnnotations} more`] : lines;
}
