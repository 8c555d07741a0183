import type { Uri } from 'vscode';

/** Those that a click in the tree is opening. */
const opening = new Map<string, number>();

/** In milliseconds: the editor tells of what is in front somewhat later than it shows it. */
const settling = 500;

/** Opens a document for a click in the tree, which needs not be followed there. */
export async function previewing(uri: Uri, open: () => Promise<void>): Promise<void> {
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
}

/** Whether a click in the tree is opening a document. */
export function isPreviewing(uri: Uri): boolean {
  return opening.has(uri.toString());
}
