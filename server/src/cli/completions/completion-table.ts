import { nameableKinds } from '../../oci/kind.ts';
import { profileNames } from '../../rules/rule.ts';
import { ruleMetas } from '../../rules/rule-metas.ts';
import { ownEntry } from '../../syntax/own-entry.ts';
import { formats } from '../formats.ts';
import { help } from '../help.ts';
import { newHelp } from '../new/new-help.ts';
import { severities } from '../options.ts';
import { rehashHelp } from '../rehash-help.ts';
import { readUsage, type UsageEntry } from '../usage.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof shells)[number];

/** A completable option. */
export interface CompletedOption {
  readonly name: string;
  readonly text: string;
  readonly value: CompletedValue | undefined;
}

export interface CompletedValue {
  /** `FILE` */
  readonly name: string;
  /** Possible values; absent for a file or an arbitrary value. */
  readonly choices?: readonly string[];
  readonly isFile: boolean;
  /** Whether the value is optional and must follow an equals sign. */
  readonly isOptional: boolean;
}

/** A command, or the linter itself, which has an empty name. */
export interface CompletedCommand {
  readonly name: string;
  readonly text: string;
  readonly options: readonly CompletedOption[];
  /** Possible first arguments; absent for a file. */
  readonly choices?: readonly string[];
}

const rules = ruleMetas.map(({ id }) => id).sort();

/** Values by option or by the placeholder of a command's argument. */
const choices: Readonly<Record<string, readonly string[]>> = {
  '--kind': nameableKinds,
  '--profile': profileNames,
  '--format': formats,
  '--fail-on': severities,
  '--rule': rules.map((id) => `${id}=`),
  RULE: rules,
  SHELL: shells,
  THING: ['artifact', 'image', 'index', 'package', 'layout'],
};

const files = /^(?:FILE|NAME|DIR|LAYOUT|MANIFEST|PATH|[AB])$/;

/** Help texts of commands that have their own. */
const helps: Readonly<Record<string, string>> = { new: newHelp, rehash: rehashHelp };

/** The linter, followed by its commands. */
export type CompletionTable = readonly [CompletedCommand, ...CompletedCommand[]];

/** Everything that can be completed: the linter, then the commands in the help text. */
export function completionTable(): CompletionTable {
  const entries = readUsage(help).sections.flatMap((section) => section.entries);
  const commands = entries.filter(({ names: [name] }) => name?.startsWith('-') === false);
  const unique = commands.filter(({ names: [name] }, at) => commands.findIndex((one) => one.names[0] === name) === at);
  return [
    { name: '', text: readUsage(help).summary, options: optionsIn(entries) },
    ...unique.map(({ names: [name = ''], value = '', text }) => ({
      name,
      text,
      options: optionsOfCommand(name),
      ...(value === '' ? { choices: [] } : choicesOf(value)),
    })),
  ];
}

/** `oci-lint tree PATH [--format text|json] [--verify]` */
function synopsisOptions(command: string): readonly CompletedOption[] {
  const line = readUsage(help).synopsis.find((one) => one.startsWith(`oci-lint ${command} `)) ?? '';
  const parts = line.split('[').filter((part) => part.startsWith('--'));
  return parts.map((part) => {
    const [name = '', value] = part.replace(/\].*/, '').split(' ');
    const known = value?.includes('|') === true ? { choices: value.split('|') } : {};
    const taken = value === undefined ? undefined : { name: 'VALUE', ...known, isFile: false, isOptional: false };
    return { name, text: '', value: taken };
  });
}

function optionsOfCommand(name: string): readonly CompletedOption[] {
  const own = ownEntry(helps, name);
  return own === undefined ? synopsisOptions(name) : optionsOf(own);
}

function choicesOf(name: string) {
  const known = ownEntry(choices, name);
  return known === undefined ? {} : { choices: known };
}

function optionsOf(text: string): readonly CompletedOption[] {
  return optionsIn(readUsage(text).sections.flatMap((section) => section.entries));
}

function optionsIn(entries: readonly UsageEntry[]): readonly CompletedOption[] {
  return entries.flatMap(({ names, value, isOptional, text }) =>
    names
      .filter((name) => name.startsWith('-'))
      .map((name) => ({ name, text, value: value === undefined ? undefined : valueOf(name, value, isOptional) })),
  );
}

function valueOf(option: string, name: string, isOptional: boolean): CompletedValue {
  return { name, ...choicesOf(option), isFile: files.test(name) && option !== '--tag', isOptional };
}
