import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../config/did-you-mean.ts';
import { CliError } from './cli-error.ts';

/** Throws a CliError if the first argument is no path and resembles a command. Its arguments would be read as paths. */
export function refuseMisspelled(first: string, commands: Iterable<string>, cwd: string): void {
  if (!/^[A-Za-z]+$/.test(first)) return;
  const suggestion = didYouMean(first, commands, '');
  if (suggestion === '' || existsSync(resolve(cwd, first))) return;
  throw new CliError(`no such command, file or folder: ${JSON.stringify(first)}${suggestion}`);
}
