/** Title of a lens and its action on click, if any. */
export interface LensText {
  readonly text: string;
  readonly click?: {
    /** What the click changes or offers, in a word or two; absent if it changes nothing. */
    readonly change?: string;
    readonly command: string;
    readonly arguments: readonly unknown[];
  };
}
