import { CliError } from './cli-error.ts';

/** An option of a command. */
export interface Argument {
  /** Permitted values; absent for a flag. */
  readonly values?: readonly string[];
}

export interface Arguments {
  readonly paths: readonly string[];
  /** The given options with their values. Flags have an empty value. */
  readonly options: ReadonlyMap<string, string>;
}

/**
 * Parses the arguments of a command: `--format json` and `--format=json`, flags, `--`, and paths. Throws a CliError.
 */
export function readArguments(
  command: string,
  args: readonly string[],
  known: Readonly<Record<string, Argument>>,
  usage: string,
): Arguments {
  const paths: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      paths.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    const [name = '', given] = arg.split(/=(.*)/s);
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (option === undefined)
      throw new CliError(`unknown option ${JSON.stringify(name)} for ${command}. Usage: ${usage}`);
    if (option.values === undefined) {
      if (given !== undefined) throw new CliError(`${name} does not take a value`);
      options.set(name, '');
      continue;
    }
    const value = given ?? args[++at];
    if (value === undefined) throw new CliError(`${name} requires a value`);
    if (!option.values.includes(value))
      throw new CliError(`invalid value ${JSON.stringify(value)} for ${name} (expected ${option.values.join(', ')})`);
    if (options.has(name) && options.get(name) !== value) throw new CliError(`${name} must not be repeated`);
    options.set(name, value);
  }
  return { paths, options };
}
