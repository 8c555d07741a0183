// What the package `oci-lint` offers beside its main entry to programs that run in Node.
import type { Files } from './public.d.ts';

/** The files of a folder on disk, for `lintLayout`. Never reads outside it, and follows no symbolic link. */
export declare function filesIn(folder: string): Files;
