import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** The name under which a file of a layout is written before it takes the other's place. */
export function draftOf(path: string): string {
  return `${path}.oci-lint`;
}

/** Opens a draft for writing. What lies there is taken away and not followed: a link that someone left would lead elsewhere. */
export function openDraft(path: string): number {
  rmSync(path, { force: true });
  return openSync(path, 'wx');
}

export function writeDraft(path: string, content: string | Uint8Array): void {
  const file = openDraft(path);
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** Writes a file in one step: whoever reads it sees the old one or the new one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  writeDraft(draftOf(path), content);
  renameSync(draftOf(path), path);
}
