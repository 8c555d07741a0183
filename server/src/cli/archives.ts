import type { ArchiveFiles } from '../content/archive/archive-files.ts';
import type { UnpackBudget } from '../content/archive/uncompressed.ts';
import type { StartHash } from '../content/hashing.ts';

/** What reading archives takes. */
export interface Archives {
  readonly files: ArchiveFiles;
  readonly startHash: StartHash;
  readonly budget: UnpackBudget;
}
