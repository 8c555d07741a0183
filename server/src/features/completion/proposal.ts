/** Something that could be written, before it is an item of an editor's list. */
export interface Proposal {
  /** What the list shows, without quotes. */
  readonly label: string;
  /** JSON text. */
  readonly json: string;
  /** The same with tab stops, where there is something to fill in. */
  readonly snippet?: string;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Smaller comes first; proposals of one rank stay in their order. */
  readonly rank: number;
  readonly isDeprecated?: boolean;
  /** What it is found by, where that is not its JSON. */
  readonly filter?: string;
  /** JSON of members beside it that follow from it, by name. */
  readonly siblings?: Readonly<Record<string, string>>;
}

/** A proposal of a text as a JSON string. */
export function textProposal(text: string, more: Omit<Partial<Proposal>, 'label' | 'json'> = {}): Proposal {
  return { label: text, json: JSON.stringify(text), rank: 1, ...more };
}
