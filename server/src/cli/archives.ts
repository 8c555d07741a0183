import type { ArchiveFiles } from '../content/archive/archive-files.ts';
import type { UnpackBudget } from '../content/archive/uncompressed.ts';
import type { StartHash } from '../content/hashing.ts';

/** What reading archives takes. */
export interface Archives {
  readonly files: ArchiveFiles;
  /** Gives bytes that are in no file a place among the files. */
  hold(uri: string, bytes: Uint8Array): void;
  readonly startHash: StartHash;
  readonly budget: UnpackBudget;
}
