/** @internal One entry of a node's cache. */
export interface KeptThing {
  readonly by: unknown;
  readonly isInherited: boolean;
  thing: unknown;
  readonly next: KeptThing | undefined;
}
