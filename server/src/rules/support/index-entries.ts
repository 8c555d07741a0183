import { refNameKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { memberOf, membersOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DescriptorParts } from './descriptor-part-members.ts';
import { descriptorPartsOf, talliedByForm } from './descriptor-parts.ts';
import { once } from './once.ts';

/** Annotations that name an entry of a layout's `index.json`. Readers choose entries by them. */
const layoutNames = [refNameKey, 'io.containerd.image.name'];

/** The entries of an index that are objects. */
export const entriesOf = once((document: OciDocument): readonly DescriptorParts[] =>
  descriptorPartsOf(document).filter(({ role }) => role === 'manifest'),
);

/**
 * Whether an index is the `index.json` of a layout, judging by its path or by entries with names. Readers choose from
 * such a list of images by name rather than by platform.
 */
export const isLayoutIndex = once((document: OciDocument): boolean => {
  if (document.hints.path === 'index') return true;
  if (document.hints.isBlob === true || !hasTraits(document.kind, 'lists-manifests')) return false;
  return entriesByNaming(document).countOf('named') > 0;
});

const entriesByNaming = talliedByForm(({ role, annotations }) => {
  if (role !== 'manifest') return undefined;
  return membersOf(annotations).some(({ name }) => layoutNames.includes(name)) ? 'named' : undefined;
});

/** Annotations with which tools mark an index that is not an image. */
const artifactMarks = [
  'org.opencontainers.artifactType',
  'io.cnab.',
  'com.docker.compose.',
  'sh.brew.',
  'io.agentskills.',
];

/**
 * Whether an index is an artifact: it has an artifact type, a subject, or the annotations of a tool. Nobody chooses
 * from it by platform.
 */
export const isArtifactIndex = once(({ root }: OciDocument): boolean => {
  if (stringAt(root, 'artifactType') || valueOf(root, 'subject')?.type === 'object') return true;
  const annotations = valueOf(root, 'annotations');
  if (annotations === undefined) return false;
  if (stringAt(annotations, 'com.github.package.type') === 'homebrew_bottle') return true;
  return membersOf(annotations).some(({ name }) => artifactMarks.some((mark) => name.startsWith(mark)));
});

/**
 * The images in the `index.json` of a layout, all of which `docker load` and `podman load` read. Empty for other
 * indexes.
 */
export function imagesToLoad(document: OciDocument): readonly DescriptorParts[] {
  if (document.hints.path !== 'index') return [];
  return entriesOf(document).filter((entry) => entry.artifactType === undefined && !isAttestation(entry));
}

/** Whether an entry is an image that a client can choose by platform, as opposed to an artifact or attestation. */
export function isImageEntry(entry: DescriptorParts): boolean {
  if (!hasTraits(kindOfMediaType(entry.type), 'has-layers')) return false;
  return entry.artifactType === undefined && !isAttestation(entry);
}

/** Whether BuildKit marks an entry as an attestation of another. */
export function isAttestation({ annotations }: DescriptorParts): boolean {
  return annotations !== undefined && memberOf(annotations, 'vnd.docker.reference.type') !== undefined;
}
