import { createFileWriter, type FileWriter } from '../node/write-file.ts';
import { complain } from './exit-status.ts';
import { shownPath } from './paths.ts';
import type { Shell } from './shell.ts';

/** A writer whose remarks go to standard error. */
export function fileWriterFor(shell: Pick<Shell, 'cwd' | 'stderr'>): FileWriter {
  return createFileWriter((path, message) => complain(shell, `${shownPath(path, shell.cwd)}: ${message}`));
}
