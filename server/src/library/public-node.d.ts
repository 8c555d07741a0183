// Exports of the package `oci-lint` for Node, in addition to its main entry point.
import type { Files } from './public.d.ts';

/** Exposes a folder on disk to `lintLayout`. Does not read outside of it or follow symbolic links. */
export declare function filesIn(folder: string): Files;
