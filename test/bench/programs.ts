import { spawnSync } from 'node:child_process';
import { type Figure, medianOf, rounded } from './measure.ts';

/** A program with its arguments and its name in the figures. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[] | undefined;
  /** Text that the output must contain if the program did its work. */
  readonly says?: RegExp;
}

/** The wall time or CPU time, in milliseconds. */
export type Cost = 'wall' | 'cpu';

/**
 * Runs our program and others in turn (A B C A B C …) after a warm-up, so that a change of the machine's speed does not
 * distort the ratios. One figure for each of the others, with the median of the ratios.
 */
export function* comparePrograms(
  name: string,
  cost: Cost,
  cwd: string,
  ours: Program,
  others: readonly Program[],
  rounds: number,
): Iterable<Figure> {
  const present = others.filter(({ command }) => command !== undefined);
  const all = [ours, ...present];
  for (const program of all) assertWorks(program, cwd);
  const times = all.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    all.forEach((program, at) => {
      const time = run(program, cwd)[cost];
      if (round >= 0) times[at]!.push(time);
    });
  }
  const [own = [], ...theirs] = times;
  const figure = { name, value: rounded(medianOf(own)), unit: cost === 'wall' ? 'ms' : 'ms of CPU' };
  for (const [at, program] of present.entries()) {
    const ratios = own.map((time, round) => time / theirs[at]![round]!);
    yield { ...figure, vs: program.name, ratio: rounded(medianOf(ratios)) };
  }
  if (present.length === 0) yield figure;
}

/** The shell itself reports the CPU time of its children, at the same cost for both sides. */
const timed = '"$@" >/dev/null 2>&1; status=$?; times; exit $status';

function run({ command }: Program, cwd: string): Readonly<Record<Cost, number>> {
  const start = performance.now();
  const { stdout } = spawnSync('sh', ['-c', timed, 'sh', ...command!], { cwd, encoding: 'utf8' });
  const wall = performance.now() - start;
  const [, children = ''] = stdout.trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return { wall, cpu: seconds.reduce((sum, one) => sum + one, 0) * 1000 };
}

/** Make sure that the program did its work. */
function assertWorks({ name, command, says = /(?:)/ }: Program, cwd: string): void {
  const [program = '', ...args] = command!;
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  if (status === 0 && says.test(stdout + stderr)) return;
  throw new Error(`${name} does not do the work (status ${status}): ${(stderr || stdout).slice(0, 300)}`);
}
