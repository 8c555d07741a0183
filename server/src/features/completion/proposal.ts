/** A completion, independent of LSP. */
export interface Proposal {
  /** Label without quotes. */
  readonly label: string;
  /** JSON text. */
  readonly json: string;
  /** The same with tab stops, if there is something to fill in. */
  readonly snippet?: string;
  /** A few words next to the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Lower ranks come first. The order within a rank is kept. */
  readonly rank: number;
  readonly isDeprecated?: boolean;
  /** Filter text, if it differs from the JSON text. */
  readonly filter?: string;
  /** JSON text of sibling properties that the proposal implies, by name. */
  readonly siblings?: Readonly<Record<string, string>>;
}

/** Proposes a text as a JSON string. */
export function textProposal(text: string, more: Omit<Partial<Proposal>, 'label' | 'json'> = {}): Proposal {
  return { label: text, json: JSON.stringify(text), rank: 1, ...more };
}
