/** Tells moments apart in which nothing is known to have changed. */
export interface Moments {
  /** `isInLayout`: whether it is about the content of a layout, whose changes are told where any are. */
  now(isInLayout: boolean): object;
  /** Files have come, gone or changed. */
  end(): void;
}

/** So long what nobody would tell of is taken for unchanged, in milliseconds: for as long as somebody types. */
const untold = 1000;

/** What is told of, mostly: not of folders that somebody excluded, or that lie outside of the workspace. In milliseconds. */
const told = 30_000;

/** `hearsOfFiles`: somebody tells of changes in layouts. */
export function createMoments(hearsOfFiles: boolean): Moments {
  const inLayouts = createMoment(hearsOfFiles ? told : untold);
  const elsewhere = createMoment(untold);
  return {
    now: (isInLayout) => (isInLayout ? inLayouts : elsewhere).now(),
    end() {
      inLayouts.end();
      elsewhere.end();
    },
  };
}

/** One that ends by itself after some time. */
function createMoment(longest: number) {
  let began = Date.now();
  let moment = {};
  const end = (): void => {
    began = Date.now();
    moment = {};
  };
  return {
    now(): object {
      if (Date.now() - began > longest) end();
      return moment;
    },
    end,
  };
}
