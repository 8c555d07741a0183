/** One figure as a JSON line. `ratio` is ours divided by the peer's, so below 1 is faster or smaller. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly vs?: string;
  readonly ratio?: number;
}

type Run = () => unknown;

/** The median of some numbers. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/**
 * Times two functions alternately (A B A B …) after a warm-up, and compares them in pairs, so that a change of the
 * machine's speed does not distort the ratio. Short runs are batched to average out garbage collection. Returns
 * milliseconds per run.
 */
export async function compare(
  name: string,
  ours: Run,
  vs: string,
  peer: Run,
  rounds: number,
  batch = 1,
): Promise<Figure> {
  const own: number[] = [];
  const ratios: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const a = await timed(ours, batch);
    const b = await timed(peer, batch);
    if (round < 0) continue;
    own.push(a);
    ratios.push(a / b);
  }
  return { name, value: rounded(medianOf(own)), unit: 'ms', vs, ratio: rounded(medianOf(ratios)) };
}

/** Three significant digits are all that such a figure supports. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

async function timed(run: Run, batch: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < batch; i++) await run();
  return (performance.now() - start) / batch;
}
