import { refNameKey, titleKey } from '../oci/annotation-keys.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import { profileOf } from '../oci/facts/artifact-profiles.ts';
import { kindOfMediaType, type Role } from '../oci/kinds.ts';
import { platformTextOf } from '../oci/platform-text.ts';
import { keeping } from '../syntax/kept.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { inOneLine } from './markdown.ts';
import { humanSize } from './sizes.ts';

/**
 * The name of a descriptor's content: its platform, tag, file name or artifact type; undefined if it has none. BuildKit
 * attestations have the platform `unknown/unknown` and are named by their type.
 */
export function nameOf({ node }: WrittenDescriptor): string | undefined {
  const annotations = valueOf(node, 'annotations');
  const name =
    stringAt(annotations, 'vnd.docker.reference.type') ??
    platformTextOf(valueOf(node, 'platform')) ??
    stringAt(annotations, refNameKey) ??
    stringAt(annotations, titleKey) ??
    artifactNameOf(stringAt(node, 'artifactType'));
  return name === undefined || name === '' ? undefined : inOneLine(name, maxName);
}

/** "SPDX SBOM" instead of a media type that is written right there. */
function artifactNameOf(artifactType: string | undefined): string | undefined {
  return artifactType && (profileOf({ artifactType })?.title ?? artifactType);
}

/** Cached labels. A label only depends on the descriptor's text and role. */
const labels = keeping<{ readonly role: Role; readonly label: string }>();

/** A descriptor in one line: `linux/arm64/v8 · manifest · 1.2 kB`. Plain text, which callers must escape. */
export function labelOf(written: WrittenDescriptor): string {
  const { node, role, value } = written;
  const known = labels.of(node);
  if (known?.role === role) return known.label;
  const label = [nameOf(written), whatOf(written), value && humanSize(value.size)].filter(Boolean).join(' · ');
  labels.keep(node, { role, label });
  return label;
}

/** What a descriptor references in one word: `layer`, `manifest`, `index`. */
export function whatOf({ node, role }: WrittenDescriptor): string {
  const kind = kindOfMediaType(stringAt(node, 'mediaType') ?? '');
  return role === 'manifest' && kind !== undefined ? kind.replaceAll('-', ' ') : role;
}

/** Characters. */
export const maxName = 80;
