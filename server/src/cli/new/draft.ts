import type { Content } from '../../content/stores/content-store.ts';
import type { Contents } from '../../content/stores/contents.ts';
import type { Platform } from '../../oci/facts/platforms.ts';
import type { Shell } from '../shell.ts';
import type { NewOptions } from './options.ts';

/** Content, and the digest that its bytes have. */
export interface DraftBlob {
  /** `sha256:…` */
  readonly digest: string;
  readonly content: Content;
}

/** A document that is made, before it is written anywhere. */
export interface Draft {
  readonly text: string;
  readonly mediaType: string;
  /** "image manifest", for people. */
  readonly title: string;
  /** What an entry of an index repeats of it. */
  readonly artifactType?: string | undefined;
  readonly platform?: Platform | undefined;
  /** Whether it holds all that its tag stands for now, which may move without being told to. */
  readonly isAddition?: boolean;
  /** What had its tag before anything was read for it, where this decides what is made; see `holdersOf`. */
  readonly tagHolders?: string | undefined;
  /** All that it refers to, directly or through others. */
  readonly blobs: readonly DraftBlob[];
}

/** Where drafts come from. */
export interface Workshop {
  readonly options: NewOptions;
  readonly shell: Shell;
  readonly contents: Contents;
}
