import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { ofRebuild } from './descriptor-changes.ts';

export function isIndex({ kind }: OciDocument): boolean {
  return hasTraits(kind, 'lists-manifests');
}

export function isManifest({ kind }: OciDocument): boolean {
  return hasTraits(kind, 'has-layers') || hasTraits(kind, 'has-blobs');
}

export function isConfig({ kind }: OciDocument): boolean {
  return hasTraits(kind, 'is-image-config');
}

/** Docker also records the container that a layer was created in. */
export function isIncidentalInConfig(path: readonly string[]): boolean {
  const [first = ''] = path;
  return ['created', 'history', 'container'].includes(first) || ofRebuild(path);
}
