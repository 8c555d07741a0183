import type { Uri } from 'vscode';

/** In milliseconds: the editor tells of what is in front somewhat later than it shows it. */
const settling = 500;

/** The documents that clicks in the tree are opening: they need not be followed there. */
export interface Previews {
  /** Opens a document for a click in the tree. */
  open(uri: Uri, opening: () => Promise<void>): Promise<void>;
  /** Whether a click in the tree is opening a document. */
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
