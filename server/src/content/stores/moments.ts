/** Tracks periods without known file changes. */
export interface Moments {
  /** `isInLayout`: whether it concerns layout content, for which changes are reported if the client reports any. */
  now(isInLayout: boolean): object;
  /** Call when files were created, deleted or changed. */
  end(): void;
}

/**
 * Content for which there are no change events is assumed unchanged for this long, in milliseconds, which covers a
 * burst of typing.
 */
const maxAgeUnreported = 1000;

/** Change events are not complete: folders may be excluded or outside the workspace. Milliseconds. */
const maxAgeReported = 30_000;

/** `reportsFileChanges`: whether the client reports file changes in layouts. */
export function createMoments(reportsFileChanges: boolean): Moments {
  const inLayouts = createMoment(reportsFileChanges ? maxAgeReported : maxAgeUnreported);
  const elsewhere = createMoment(maxAgeUnreported);
  return {
    now: (isInLayout) => (isInLayout ? inLayouts : elsewhere).now(),
    end() {
      inLayouts.end();
      elsewhere.end();
    },
  };
}

/** A moment that expires by itself. */
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
