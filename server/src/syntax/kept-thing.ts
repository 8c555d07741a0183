/** @internal One thing that is remembered of a value. */
export interface KeptThing {
  readonly by: unknown;
  readonly isInherited: boolean;
  thing: unknown;
  readonly next: KeptThing | undefined;
}
