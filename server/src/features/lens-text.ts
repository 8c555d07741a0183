/** What a lens says, and what a click on it does; absent: nothing. */
export interface LensText {
  readonly text: string;
  readonly click?: {
    /** What it changes or has people choose, in a word or two; absent: it changes nothing. */
    readonly change?: string;
    readonly command: string;
    readonly arguments: readonly unknown[];
  };
}
