import type { ArchiveFiles } from '../content/archive/archive-files.ts';
import type { UnpackBudget } from '../content/archive/uncompressed.ts';
import type { StartHash } from '../content/hashing.ts';

/** What is needed to read archives. */
export interface Archives {
  readonly files: ArchiveFiles;
  /** Makes bytes that are not in a file accessible by URI. */
  hold(uri: string, bytes: Uint8Array): void;
  readonly startHash: StartHash;
  readonly budget: UnpackBudget;
}
