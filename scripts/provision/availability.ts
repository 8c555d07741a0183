/** What a provisioner answers: the thing itself, or one line saying why this machine cannot have it. */
export type Availability<Thing> = ({ readonly available: true } & Thing) | Unavailable;

export interface Unavailable {
  readonly available: false;
  readonly why: string;
}

export function unavailable(why: string): Unavailable {
  return { available: false, why };
}

/** What node:test takes as `skip`: false, or the first reason among things that a test needs. */
export function skipUnless(...needs: readonly Availability<object>[]): string | false {
  return needs.find((need): need is Unavailable => !need.available)?.why ?? false;
}
