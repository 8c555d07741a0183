import type { ArchiveFiles } from '../../content/archive/archive-files.ts';
import type { Contents } from '../../content/stores/contents.ts';
import type { NewDocument } from '../../create/plan-in-layout.ts';
import type { Shell } from '../shell.ts';
import type { NewOptions } from './options.ts';

/** A document created from arguments. */
export interface Draft extends NewDocument {
  /** For messages: "image manifest". */
  readonly title: string;
  /** Whether it contains everything that its tag referred to, so that the tag may move without `--force`. */
  readonly isAddition?: boolean;
  /** The holders of its tag before anything was read, if the content depends on them; see `holdersOf`. */
  readonly tagHolders?: string | undefined;
}

/** Inputs for creating drafts. */
export interface NewContext {
  readonly options: NewOptions;
  readonly shell: Shell;
  /** The files of {@link contents}, to which archives can be added. */
  readonly archives: ArchiveFiles;
  readonly contents: Contents;
}
