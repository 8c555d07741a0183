import { Uri, window, workspace } from 'vscode';
import type { GraphPicture } from '../../../server/src/protocol.ts';

/** Asks where, and saves a picture: as PNG where there are its bytes in base64, else as SVG. */
export async function savePicture({ svg, title, folder }: GraphPicture, png: string | undefined): Promise<void> {
  const extension = png === undefined ? 'svg' : 'png';
  const name = `${title.replace(/[^\w.-]+/g, '-')}.${extension}`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(Uri.parse(folder), name),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (target === undefined) return;
  const bytes = png === undefined ? new TextEncoder().encode(svg) : bytesOf(png);
  await workspace.fs.writeFile(target, bytes);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
