import { didYouMean } from '../config/did-you-mean.ts';
import { type Kind, nameableKinds } from '../oci/kind.ts';
import { type ProfileName, profileNames, type Severity } from '../rules/rule.ts';
import { currentRuleId, ruleMetaById } from '../rules/rule-metas.ts';
import { type RuleLevel, ruleLevels } from '../rules/support/settings.ts';
import { ownEntry } from '../syntax/own-entry.ts';
import { CliError } from './cli-error.ts';
import { type Format, formats } from './formats.ts';
import { oneOf, quote, readCount, readSize, units } from './option-values.ts';
import { checkTask } from './task-options.ts';

/** The parsed arguments. */
export interface Options {
  readonly task: 'lint' | 'list-rules' | 'print-config' | 'help' | 'version';
  readonly paths: readonly string[];
  readonly kind?: Kind;
  readonly stdinFilename?: string;
  readonly format: Format;
  readonly outputFile?: string;
  /** Whether to apply safe fixes: not at all, to the files, or only as a diff. */
  readonly fix: 'no' | 'write' | 'diff';
  readonly verify: boolean;
  readonly profile?: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly config?: string;
  /** The baseline, if not the nearest one. */
  readonly baseline?: string;
  /** Whether to write a baseline: of all findings, or of the existing entries that still occur. */
  readonly isBaselineMade?: 'whole' | 'pruned';
  readonly maxWarnings: number;
  /** The minimum severity for exit status 1. */
  readonly failOn: Severity;
  /** Whether to exit with status 0 despite findings. */
  readonly isExitZero: boolean;
  /** Whether to report only counts per rule. */
  readonly statistics: boolean;
  /** Restricts the run to changed files of a git repository. */
  readonly changed?: Changed;
  /** Limit on total decompressed bytes for `--verify`. */
  readonly maxDecompressed: number;
  readonly quiet: boolean;
  readonly noColor: boolean;
  /** The file whose effective configuration is requested. */
  readonly printConfig?: string;
}

/** Files that differ from a commit, or staged changes. */
export type Changed = { readonly since: string } | 'staged';

type OptionsBeingRead = { -readonly [Name in keyof Options]: Options[Name] } & {
  readonly paths: string[];
  readonly levels: Map<string, RuleLevel>;
};

type Flag = (options: OptionsBeingRead) => void;
type Valued = (options: OptionsBeingRead, value: string) => void;

const flags: Readonly<Record<string, Flag>> = {
  '--fix': (options) => setFix(options, 'write'),
  '--fix-dry-run': (options) => setFix(options, 'diff'),
  '--suppress-all': (options) => setBaseline(options, 'whole'),
  '--prune': (options) => setBaseline(options, 'pruned'),
  '--verify': (options) => assign(options, { verify: true }),
  '--quiet': (options) => assign(options, { quiet: true }),
  '--statistics': (options) => assign(options, { statistics: true }),
  '--exit-zero': (options) => assign(options, { isExitZero: true }),
  '--changed': (options) => setChanged(options, { since: 'HEAD' }),
  '--staged': (options) => setChanged(options, 'staged'),
  '--no-color': (options) => assign(options, { noColor: true }),
  '--list-rules': (options) => assign(options, { task: 'list-rules' }),
  '--help': (options) => assign(options, { task: 'help' }),
  '-h': (options) => assign(options, { task: 'help' }),
  '--version': (options) => assign(options, { task: 'version' }),
};

const valued: Readonly<Record<string, Valued>> = {
  '--kind': (options, value) => assign(options, { kind: oneOf('--kind', nameableKinds, value) }),
  '--stdin-filename': (options, stdinFilename) => assign(options, { stdinFilename }),
  '--format': (options, value) => assign(options, { format: oneOf('--format', formats, value) }),
  '--output-file': (options, outputFile) => assign(options, { outputFile }),
  '--profile': (options, value) => assign(options, { profile: oneOf('--profile', profileNames, value) }),
  '--rule': (options, value) => options.levels.set(...readRuleLevel(value)),
  '--config': (options, config) => assign(options, { config }),
  '--baseline': (options, baseline) => assign(options, { baseline }),
  '--max-warnings': (options, value) => assign(options, { maxWarnings: readCount('--max-warnings', value) }),
  '--fail-on': (options, value) => assign(options, { failOn: oneOf('--fail-on', severities, value) }),
  '--max-decompressed': (options, value) => assign(options, { maxDecompressed: readSize('--max-decompressed', value) }),
  '--print-config': (options, printConfig) => assign(options, { task: 'print-config', printConfig }),
};

/** Flags with an optional value after an equals sign. */
const maybeValued: Readonly<Record<string, Valued>> = {
  '--changed': (options, since) => setChanged(options, { since }),
};

/** The names of all options. */
export const optionNames: readonly string[] = [...Object.keys(flags), ...Object.keys(valued)];

/** Most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** For these, an empty value, such as an unset shell variable, would mean the current directory. */
const fileOptions: ReadonlySet<string> = new Set([
  '--stdin-filename',
  '--output-file',
  '--config',
  '--baseline',
  '--print-config',
]);

/** Parses the arguments. Throws a CliError for the first invalid one. */
export function readOptions(args: readonly string[]): Options {
  const options: OptionsBeingRead = {
    task: 'lint',
    paths: [],
    format: 'stylish',
    fix: 'no',
    verify: false,
    levels: new Map(),
    maxWarnings: Number.POSITIVE_INFINITY,
    failOn: 'error',
    isExitZero: false,
    statistics: false,
    maxDecompressed: 32 * units.GiB,
    quiet: false,
    noColor: false,
  };
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      options.paths.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') options.paths.push(arg);
    else if (readOption(options, arg, args[at + 1], given) === 'value taken') at++;
  }
  checkTask(options.task, given, options.paths);
  return checked(options);
}

/** `given`: the options before it with their values. */
function readOption(
  options: OptionsBeingRead,
  arg: string,
  next: string | undefined,
  given: Map<string, string>,
): 'value taken' | 'alone' {
  const equals = arg.indexOf('=');
  const name = equals < 0 ? arg : arg.slice(0, equals);
  const inline = equals < 0 ? undefined : arg.slice(equals + 1);
  const takeIfThere = ownEntry(maybeValued, name);
  if (inline !== undefined && takeIfThere !== undefined) {
    takeIfThere(options, inline);
    given.set(name, inline);
    return 'alone';
  }
  const flag = ownEntry(flags, name);
  if (flag !== undefined) {
    if (inline !== undefined) throw new CliError(`${name} does not take a value`);
    flag(options);
    given.set(name, '');
    return 'alone';
  }
  const take = ownEntry(valued, name);
  if (take === undefined) throw new CliError(`unknown option ${quote(name)}${suggestionFor(name)}`);
  const value = inline ?? next;
  if (value === '' && fileOptions.has(name)) throw new CliError(`${name} requires a file name`);
  // Elsewhere it stands for a standard stream. Nobody wants a file of that name.
  if (value === '-' && name === '--output-file')
    throw new CliError('--output-file requires a file name. By default, the report goes to standard output.');
  if (value === undefined || (inline === undefined && /^--./.test(value)))
    throw new CliError(`${name} requires a value`);
  const before = given.get(name);
  if (before !== undefined && before !== value && name !== '--rule') throw new CliError(`${name} must not be repeated`);
  take(options, value);
  given.set(name, value);
  return inline === undefined ? 'value taken' : 'alone';
}

/** Checks that involve several options. */
function checked(options: Options): Options {
  if (options.fix === 'write' && options.paths.includes('-')) {
    throw new CliError('--fix cannot be combined with standard input. Use --fix-dry-run.');
  }
  if (options.isBaselineMade !== undefined && options.fix !== 'no') {
    throw new CliError('--fix cannot be combined with --suppress-all or --prune');
  }
  if (options.isBaselineMade !== undefined && options.changed !== undefined) {
    throw new CliError('--changed and --staged cannot be combined with --suppress-all or --prune');
  }
  if (options.statistics && !['stylish', 'json'].includes(options.format)) {
    throw new CliError(`--statistics cannot be combined with --format ${options.format}`);
  }
  if (options.stdinFilename !== undefined && options.task === 'lint' && !options.paths.includes('-')) {
    throw new CliError('--stdin-filename requires the path "-"');
  }
  return options;
}

function setFix(options: OptionsBeingRead, fix: 'write' | 'diff'): void {
  if (options.fix !== 'no' && options.fix !== fix) throw new CliError('--fix cannot be combined with --fix-dry-run');
  assign(options, { fix });
}

function setBaseline(options: OptionsBeingRead, isBaselineMade: 'whole' | 'pruned'): void {
  if (options.isBaselineMade !== undefined && options.isBaselineMade !== isBaselineMade)
    throw new CliError('--suppress-all cannot be combined with --prune');
  assign(options, { isBaselineMade });
}

function setChanged(options: OptionsBeingRead, changed: Changed): void {
  if (options.changed !== undefined && (options.changed === 'staged') !== (changed === 'staged'))
    throw new CliError('--changed cannot be combined with --staged');
  assign(options, { changed });
}

function readRuleLevel(text: string): [string, RuleLevel] {
  const equals = text.indexOf('=');
  if (equals < 0) throw new CliError(`invalid value ${quote(text)} for --rule: expected ID=LEVEL`);
  const id = currentRuleId(text.slice(0, equals));
  if (!ruleMetaById.has(id)) {
    throw new CliError(`unknown rule ${quote(id)} in --rule${didYouMean(id, ruleMetaById.keys(), '')}`);
  }
  return [id, oneOf(`--rule ${id}`, ruleLevels, text.slice(equals + 1))];
}

function suggestionFor(name: string): string {
  return didYouMean(name, [...Object.keys(flags), ...Object.keys(valued)], '') || '. See oci-lint --help.';
}

function assign(options: OptionsBeingRead, values: Partial<Options>): void {
  Object.assign(options, values);
}
