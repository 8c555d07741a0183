import { CliError } from './cli-error.ts';

/** The tasks other than linting, and the options that apply to them. */
const tasks = {
  'list-rules': { option: '--list-rules', takes: ['--format', '--no-color'] },
  'print-config': {
    option: '--print-config',
    takes: ['--config', '--profile', '--rule', '--kind', '--baseline', '--format', '--no-color'],
  },
  version: { option: '--version', takes: ['--no-color', '--format'] },
} as const;

/** Throws a CliError for paths and options that a task other than linting would ignore. */
export function checkTask(task: string, given: ReadonlyMap<string, string>, paths: readonly string[]): void {
  if (task === 'lint' || task === 'help' || !Object.hasOwn(tasks, task)) return;
  const { option, takes } = tasks[task as keyof typeof tasks];
  const other = [...given.keys()].find((name) => name !== option && !takes.some((taken) => taken === name));
  if (other !== undefined) throw new CliError(`${other} cannot be combined with ${option}`);
  const [extra] = paths;
  if (extra !== undefined) throw new CliError(`unexpected argument ${JSON.stringify(extra)}`);
  const format = given.get('--format') ?? 'json';
  if (task === 'list-rules' && !['stylish', 'json'].includes(format))
    throw new CliError(`${option} cannot be combined with --format ${format}`);
}
