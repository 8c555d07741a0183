/** @internal One entry of a node's cache. */
export interface KeptThing {
  readonly by: unknown;
  readonly isInherited: boolean;
  /** It was kept for the node that this one replaces. */
  isHandedOn: boolean;
  thing: unknown;
  readonly next: KeptThing | undefined;
}
