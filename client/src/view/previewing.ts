import type { Uri } from 'vscode';

/** In milliseconds. The event for the active editor arrives after the editor is shown. */
const settling = 500;

/** Documents being opened by clicks in the tree, which need not be revealed there. */
export interface Previews {
  /** Opens a document for a click in the tree. */
  open(uri: Uri, opening: () => Promise<void>): Promise<void>;
  /** Whether a click in the tree is opening the document. */
  has(uri: Uri): boolean;
}

export function createPreviews(): Previews {
  const opening = new Map<string, number>();
  return {
    async open(uri, open) {
      const key = uri.toString();
      opening.set(key, (opening.get(key) ?? 0) + 1);
      try {
        await open();
      } finally {
        setTimeout(() => {
          const left = (opening.get(key) ?? 1) - 1;
          if (left > 0) opening.set(key, left);
          else opening.delete(key);
        }, settling);
      }
    },
    has: (uri) => opening.has(uri.toString()),
  };
}
