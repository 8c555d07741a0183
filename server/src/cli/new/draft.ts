import type { Contents } from '../../content/stores/contents.ts';
import type { NewDocument } from '../../create/plan-in-layout.ts';
import type { Shell } from '../shell.ts';
import type { NewOptions } from './options.ts';

/** A document that is made from arguments. */
export interface Draft extends NewDocument {
  /** "image manifest", for people. */
  readonly title: string;
  /** Whether it holds all that its tag stands for now, which may move without being told to. */
  readonly isAddition?: boolean;
  /** What had its tag before anything was read for it, where this decides what is made; see `holdersOf`. */
  readonly tagHolders?: string | undefined;
}

/** Where drafts come from. */
export interface Workshop {
  readonly options: NewOptions;
  readonly shell: Shell;
  readonly contents: Contents;
}
