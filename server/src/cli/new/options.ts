import { didYouMean } from '../../config/did-you-mean.ts';
import { readPlatformText } from '../../create/platform-text.ts';
import type { Platform } from '../../oci/facts/platforms.ts';
import { isTag } from '../../oci/image-reference.ts';
import { CliError } from '../cli-error.ts';

/** The documents that `new` can create. */
export const newThings = ['artifact', 'image', 'index', 'package', 'layout'] as const;
export type NewThing = (typeof newThings)[number];

/** The parsed arguments of `new`. */
export interface NewOptions {
  readonly thing: NewThing;
  readonly artifactType?: string;
  readonly files: readonly string[];
  readonly layers: readonly string[];
  readonly manifests: readonly string[];
  readonly config?: string;
  readonly subject?: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  readonly output?: string;
  readonly layout?: string;
  readonly tag?: string;
  readonly force: boolean;
  /** Whether to write nothing. */
  readonly dryRun: boolean;
}

const common = ['--subject', '--annotation', '--output', '--layout', '--tag', '--force', '--dry-run'];

/** The options of each. */
const taken: Readonly<Record<NewThing, readonly string[]>> = {
  artifact: ['--artifact-type', '--file', '--config', '--platform', ...common],
  image: ['--layer', '--config', '--platform', ...common],
  index: ['--manifest', '--artifact-type', ...common],
  package: ['--artifact-type', '--manifest', ...common],
  layout: ['--force', '--dry-run'],
};

type BeingRead = { -readonly [Name in keyof NewOptions]: NewOptions[Name] } & {
  files: string[];
  layers: string[];
  manifests: string[];
  annotations: Record<string, string>;
};

const valued: Readonly<Record<string, (options: BeingRead, value: string) => void>> = {
  '--artifact-type': (options, value) => setOnce(options, 'artifactType', value, '--artifact-type'),
  '--file': ({ files }, value) => files.push(value),
  '--layer': ({ layers }, value) => layers.push(value),
  '--manifest': ({ manifests }, value) => manifests.push(value),
  '--config': (options, value) => setOnce(options, 'config', value, '--config'),
  '--subject': (options, value) => setOnce(options, 'subject', value, '--subject'),
  '--annotation': ({ annotations }, value) => addAnnotation(annotations, value),
  '--platform': (options, value) => setOnce(options, 'platform', platformOf(value), '--platform'),
  '--output': (options, value) => setOnce(options, 'output', value, '--output'),
  '--layout': (options, value) => setOnce(options, 'layout', value, '--layout'),
  '--tag': (options, value) => setOnce(options, 'tag', value, '--tag'),
};

/** Parses the arguments after the type of document. Throws a CliError for the first invalid one. */
export function readNewOptions(thing: NewThing, args: readonly string[]): NewOptions {
  const options: BeingRead = {
    thing,
    files: [],
    layers: [],
    manifests: [],
    annotations: {},
    force: false,
    dryRun: false,
  };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (!name.startsWith('-')) addPositional(options, arg);
    else if (!taken[thing].includes(name)) {
      throw new CliError(
        `unknown option ${JSON.stringify(name)} for new ${thing}${didYouMean(name, taken[thing], '')}`,
      );
    } else if (name === '--force' || name === '--dry-run') {
      if (equals >= 0) throw new CliError(`${name} does not take a value`);
      options[name === '--force' ? 'force' : 'dryRun'] = true;
    } else {
      const value = equals < 0 ? args[++at] : arg.slice(equals + 1);
      if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) {
        throw new CliError(`${name} requires a value`);
      }
      valued[name]?.(options, value);
    }
  }
  return checked(options);
}

/** Checks that involve several options. */
function checked(options: NewOptions): NewOptions {
  const { thing, output, layout, tag } = options;
  if (thing === 'layout' && !layout)
    throw new CliError('new layout requires a folder. Usage: oci-lint new layout DIR [--force]');
  if (output !== undefined && layout !== undefined) throw new CliError('--output cannot be combined with --layout');
  if (tag !== undefined && layout === undefined) {
    throw new CliError('--tag requires --layout DIR');
  }
  if (tag !== undefined && !isTag(tag))
    throw new CliError(`invalid value ${JSON.stringify(tag)} for --tag: not a valid tag`);
  return options;
}

/** Only `new layout` has a positional argument. */
function addPositional(options: BeingRead, arg: string): void {
  if (options.thing !== 'layout')
    throw new CliError(`unexpected argument ${JSON.stringify(arg)} for new ${options.thing}`);
  setOnce(options, 'layout', arg, 'DIR');
}

function setOnce<Name extends keyof BeingRead>(
  options: BeingRead,
  name: Name,
  value: BeingRead[Name],
  shown: string,
): void {
  if (options[name] !== undefined) throw new CliError(`${shown} must not be repeated`);
  options[name] = value;
}

function addAnnotation(annotations: Record<string, string>, text: string): void {
  const equals = text.indexOf('=');
  if (equals < 1) throw new CliError(`invalid value ${JSON.stringify(text)} for --annotation: expected KEY=VALUE`);
  const key = text.slice(0, equals);
  if (Object.hasOwn(annotations, key)) throw new CliError(`duplicate annotation ${JSON.stringify(key)}`);
  // Assigning `__proto__` would change the prototype instead of adding a member.
  Object.defineProperty(annotations, key, { value: text.slice(equals + 1), enumerable: true });
}

function platformOf(text: string): Platform {
  const platform = readPlatformText(text);
  if (platform !== undefined) return platform;
  throw new CliError(`invalid value ${JSON.stringify(text)} for --platform: expected OS/ARCHITECTURE[/VARIANT]`);
}
