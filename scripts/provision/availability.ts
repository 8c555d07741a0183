/** The answer of a provisioner: the resource, or one line saying why it is unavailable on this machine. */
export type Availability<Thing> = ({ readonly available: true } & Thing) | Unavailable;

export interface Unavailable {
  readonly available: false;
  readonly why: string;
}

export function unavailable(why: string): Unavailable {
  return { available: false, why };
}

/** A value for the `skip` option of node:test: false, or the first reason why a requirement is unavailable. */
export function skipUnless(...needs: readonly Availability<object>[]): string | false {
  return needs.find((need): need is Unavailable => !need.available)?.why ?? false;
}
