import type { OciDocument } from '../../oci/document.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import type { Identity } from './rehash-edits.ts';
import type { StaleClaim } from './stale-claims.ts';

/** The changes that make a layout consistent with its bytes. Planning writes nothing. */
export interface RehashPlan {
  /** Documents to change, referenced ones before referring ones. */
  readonly changes: readonly DocumentChange[];
  /** Blobs to rename without changing their content. */
  readonly moves: readonly BlobMove[];
  /** Why references could not be followed. If not empty, the plan is incomplete and must not be executed. */
  readonly problems: readonly string[];
  /** Signatures and attestations that no longer match their subject. */
  readonly stale: readonly StaleClaim[];
  /** No document references the blob that the request was for. */
  readonly isUnnamed: boolean;
}

export interface DocumentChange {
  /** The document before the change. */
  readonly document: OciDocument;
  readonly uri: string;
  /** URI for the changed bytes: a blob gets its new name. */
  readonly newUri: string;
  readonly edits: readonly TextEdit[];
  readonly bytes: Uint8Array;
}

export interface BlobMove {
  readonly uri: string;
  readonly newUri: string;
}

export interface RehashOptions {
  /** The bytes that saving a file would write, if an editor has unsaved changes. */
  unsavedBytesOf?(uri: string): Promise<Uint8Array | undefined>;
  /** Overrides: the new identity for a digest, regardless of the blob's content. */
  readonly instead?: ReadonlyMap<string, Identity> | undefined;
  /** A blob to rename even if nothing references it. */
  readonly blob?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}
