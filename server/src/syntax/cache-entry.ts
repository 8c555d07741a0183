/** @internal One entry of a node's cache. */
export interface CacheEntry {
  readonly by: unknown;
  readonly isInherited: boolean;
  /** It was kept for the node that this one replaces. */
  isHandedOn: boolean;
  value: unknown;
  readonly next: CacheEntry | undefined;
}
