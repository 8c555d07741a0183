/** Tells moments apart in which nothing is known to have changed. */
export interface Moments {
  /** `isInLayout`: whether it is about the content of a layout, whose changes are told where any are. */
  now(isInLayout: boolean): object;
  /** Files have come, gone or changed. */
  end(): void;
}

/** So long what nobody would tell of is taken for unchanged, in milliseconds: for as long as somebody types. */
const longest = 1000;

/** `hearsOfFiles`: somebody tells of changes in layouts. */
export function createMoments(hearsOfFiles: boolean): Moments {
  let told = {};
  let short = { began: 0, moment: {} };
  return {
    now(isInLayout) {
      if (isInLayout && hearsOfFiles) return told;
      if (Date.now() - short.began > longest) short = { began: Date.now(), moment: {} };
      return short.moment;
    },
    end() {
      told = {};
      short = { began: 0, moment: {} };
    },
  };
}
