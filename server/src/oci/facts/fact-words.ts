/** Descriptions of a fact, which no rule reads. They are kept apart, so that a check does not load them. */
export interface FactWords {
  /** One sentence. */
  readonly summary: string;
  readonly note?: string;
  readonly example?: string;
}

export type Described<Fact> = Fact & FactWords;
