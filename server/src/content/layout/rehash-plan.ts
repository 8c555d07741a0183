import type { OciDocument } from '../../oci/document.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import type { Identity } from './rehash-edits.ts';
import type { StaleClaim } from './stale-claims.ts';

/** What it takes to make a layout agree with its bytes. Nothing is written here. */
export interface RehashPlan {
  /** Documents whose text changes, what is pointed at before what points. */
  readonly changes: readonly DocumentChange[];
  /** Blobs whose bytes stay and whose name is another. */
  readonly moves: readonly BlobMove[];
  /** What could not be followed. Where there is any, the plan is not whole, and must not be carried out. */
  readonly problems: readonly string[];
  /** The signatures and attestations that no longer speak of what they hang on. */
  readonly stale: readonly StaleClaim[];
  /** No document names the blob that it was made for. */
  readonly isUnnamed: boolean;
}

export interface DocumentChange {
  /** The document as it is. */
  readonly document: OciDocument;
  readonly uri: string;
  /** Where the changed bytes belong: for a blob under their new name. */
  readonly newUri: string;
  readonly edits: readonly TextEdit[];
  readonly bytes: Uint8Array;
}

export interface BlobMove {
  readonly uri: string;
  readonly newUri: string;
}

export interface RehashQuestion {
  /** The bytes of a file as saving it would write them, where an editor holds others than the disk. */
  unsavedBytesOf?(uri: string): Promise<Uint8Array | undefined>;
  /** What is to be named in place of a digest, whatever has that. */
  readonly instead?: ReadonlyMap<string, Identity> | undefined;
  /** A blob that may be named by nobody. */
  readonly blob?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}
