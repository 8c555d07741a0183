import { createTree } from '../content/tree/oci-tree.ts';
import { folderOf } from '../content/uris.ts';
import type { ViewNode } from '../protocol.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { filtered, filterIn, type Key, partsOfKey } from './view-key.ts';

/** The keys of open documents that are not in a layout. */
export async function standaloneKeys(
  { host, contents, documentOf }: Workspace,
  filter: string | undefined,
): Promise<readonly Key[]> {
  const open = host.openUris().filter((uri) => !isFormatted(uri));
  const documents = await Promise.all(open.map((uri) => documentOf(uri).catch(() => undefined)));
  const keys: Key[] = [];
  for (const document of documents) {
    if (document?.kind === undefined || document.descriptors.length === 0) continue;
    const { uri } = document;
    if ((await contents.layoutOf(uri)) !== undefined) continue;
    const node = createTree(contents).document(document);
    keys.push(filtered({ path: uri, root: folderOf(uri), isInLayout: false, node }, filter));
  }
  return keys.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The node that groups them. */
export function standaloneGroup(count: number, filter: string | undefined): ViewNode {
  return {
    id: 'standalone',
    key: JSON.stringify(filtered({ standalone: true }, filter)),
    label: 'documents',
    description: `${count} open, not in a layout`,
    tooltip: '',
    icon: 'files',
    state: 'unknown',
    abilities: [],
    hasChildren: true,
    isExpanded: true,
  };
}

/** The search words of the group's key; undefined for other keys. */
export function standaloneFilterOf(key: string): { readonly filter: string | undefined } | undefined {
  return partsOfKey<{ standalone: unknown }>(key).standalone === true ? { filter: filterIn(key) } : undefined;
}
