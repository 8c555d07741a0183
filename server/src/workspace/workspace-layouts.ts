import type { Layout } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import type { WorkspaceFiles } from '../content/stores/workspace-files.ts';
import { folderOf, nameOf } from '../content/uris.ts';
import type { Host } from './host.ts';

/** The layouts in the workspace or around open documents. */
export function workspaceLayouts(
  host: Host,
  contents: Contents,
  listFiles: WorkspaceFiles,
): (signal?: AbortSignal) => Promise<readonly Layout[]> {
  return async (signal) => {
    const markers = (await listFiles(signal)).filter(({ uri }) => nameOf(uri) === 'oci-layout');
    const found = await Promise.all(host.openUris().map((uri) => contents.layoutOf(uri).catch(() => undefined)));
    const roots = new Set([
      ...markers.map(({ uri }) => folderOf(uri)),
      ...found.flatMap((layout) => layout?.root ?? []),
    ]);
    return [...roots].sort().map((root) => ({ root }));
  };
}
