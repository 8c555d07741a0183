import { Uri, window, workspace } from 'vscode';
import type { GraphPicture } from '../../../server/src/protocol.ts';
import { fromBase64 } from '../base64.ts';

/** The picture as saved: SVG text, or PNG bytes in base64. */
export type Saved = { readonly svg: string } | { readonly base64: string };

/** Asks for a file and saves the picture. */
export async function savePicture({ title, folder }: GraphPicture, saved: Saved): Promise<void> {
  const extension = 'svg' in saved ? 'svg' : 'png';
  const name = `${title.replace(/[^\w.-]+/g, '-')}.${extension}`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(Uri.parse(folder), name),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (target === undefined) return;
  const bytes = 'svg' in saved ? new TextEncoder().encode(saved.svg) : fromBase64(saved.base64);
  await workspace.fs.writeFile(target, bytes);
}
