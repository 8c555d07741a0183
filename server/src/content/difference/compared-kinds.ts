import type { OciDocument } from '../../oci/document.ts';
import { ofRebuild } from './descriptor-changes.ts';

export function isIndex({ kind }: OciDocument): boolean {
  return kind === 'index' || kind === 'docker-manifest-list';
}

export function isManifest({ kind }: OciDocument): boolean {
  return /(?:^|-)manifest$/.test(kind ?? '');
}

export function isConfig({ kind }: OciDocument): boolean {
  return kind === 'config' || kind === 'docker-config';
}

/** Docker also wrote the container that a layer was made in. */
export function isIncidentalInConfig(path: readonly string[]): boolean {
  const [first = ''] = path;
  return ['created', 'history', 'container'].includes(first) || ofRebuild(path);
}
