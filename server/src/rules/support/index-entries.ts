import { refNameKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { memberOf, membersOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DescriptorParts } from './descriptor-part-members.ts';
import { descriptorPartsOf, tallied } from './descriptor-parts.ts';
import { once } from './once.ts';

/** Annotations that name an entry of a layout's `index.json`: what its readers choose by. */
const layoutNames = [refNameKey, 'io.containerd.image.name'];

/** The entries of an index, those that are objects. */
export const entriesOf = once((document: OciDocument): readonly DescriptorParts[] =>
  descriptorPartsOf(document).filter(({ role }) => role === 'manifest'),
);

/**
 * Whether an index is the `index.json` of a layout: its place says so, or one of its entries has a name. Such an index is a
 * list of images, from which readers choose by name and not by platform.
 */
export const isLayoutIndex = once((document: OciDocument): boolean => {
  if (document.hints.path === 'index') return true;
  if (document.hints.isBlob === true || !hasTraits(document.kind, 'lists-manifests')) return false;
  return entriesByNaming(document).countOf('named') > 0;
});

const entriesByNaming = tallied(({ role, annotations }) => {
  if (role !== 'manifest') return undefined;
  return membersOf(annotations).some(({ name }) => layoutNames.includes(name)) ? 'named' : undefined;
});

/** Annotations of an index by which the tools that write it tell that it is not an image. */
const artifactMarks = [
  'org.opencontainers.artifactType',
  'io.cnab.',
  'com.docker.compose.',
  'sh.brew.',
  'io.agentskills.',
];

/**
 * Whether an index says that it is an artifact: by a type of its own, by the subject that it is attached to, or by the
 * annotations of its tool. Nobody chooses from it by platform.
 */
export const isArtifactIndex = once(({ root }: OciDocument): boolean => {
  if (stringAt(root, 'artifactType') || valueOf(root, 'subject')?.type === 'object') return true;
  const annotations = valueOf(root, 'annotations');
  if (annotations === undefined) return false;
  if (stringAt(annotations, 'com.github.package.type') === 'homebrew_bottle') return true;
  return membersOf(annotations).some(({ name }) => artifactMarks.some((mark) => name.startsWith(mark)));
});

/** The images in the `index.json` of a layout, which `docker load` and `podman load` take all of; none in other indexes. */
export function imagesToLoad(document: OciDocument): readonly DescriptorParts[] {
  if (document.hints.path !== 'index') return [];
  return entriesOf(document).filter((entry) => entry.artifactType === undefined && !isAttestation(entry));
}

/** Whether an entry is an image that a client may choose by platform, and no artifact or attestation that goes with one. */
export function isImageEntry(entry: DescriptorParts): boolean {
  if (!hasTraits(kindOfMediaType(entry.type), 'has-layers')) return false;
  return entry.artifactType === undefined && !isAttestation(entry);
}

/** Whether BuildKit marks an entry as one that goes with another image. */
export function isAttestation({ annotations }: DescriptorParts): boolean {
  return annotations !== undefined && memberOf(annotations, 'vnd.docker.reference.type') !== undefined;
}
