import { printable } from './formats/printable.ts';
import type { Shell } from './shell.ts';

/** 0: no errors. 1: errors, or too many warnings. 2: an operation failed; the reason is on standard error. */
export type ExitStatus = 0 | 1 | 2;

/** Prints an error message on standard error. */
export function complain({ stderr }: Pick<Shell, 'stderr'>, message: string): void {
  stderr.write(`oci-lint: ${printable(message)}\n`);
}
