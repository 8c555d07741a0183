import type { TarEntry } from '../archive/tar.ts';

/** What a layer entry unpacks to. */
export type LayerType = 'file' | 'folder' | 'link' | 'hard-link' | 'device' | 'pipe';

export function layerTypeOf({ type, path }: Pick<TarEntry, 'type' | 'path'>): LayerType {
  if (type === '5' || (type === '\0' && path.endsWith('/'))) return 'folder';
  return otherTypes[type] ?? 'file';
}

/** Type flags of the pax interchange format (POSIX). */
const otherTypes: Readonly<Record<string, LayerType>> = {
  '1': 'hard-link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '6': 'pipe',
};
