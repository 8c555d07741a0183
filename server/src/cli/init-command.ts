import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configFileName } from '../config/lint-config.ts';
import { CliError, reasonOf } from './cli-error.ts';
import type { ExitStatus } from './exit-status.ts';
import { fileWriterFor } from './file-writer.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';
import { homepage } from './version.ts';

const schema = `${homepage.replace('github.com', 'raw.githubusercontent.com')}/main/schemas/files/oci-lint.config.schema.json`;

/** `oci-lint init`: creates an initial configuration. Never overwrites a file. */
export async function initCommand([extra]: readonly string[], shell: Shell): Promise<ExitStatus> {
  if (extra !== undefined) throw new CliError(`unexpected argument ${JSON.stringify(extra)}`);
  const path = join(shell.cwd, configFileName);
  if (existsSync(path)) throw new CliError(`${configFileName} already exists`);
  const config = { $schema: schema, extends: 'recommended', rules: {}, ignores: [] };
  const writer = fileWriterFor(shell);
  try {
    writer.write(path, `${JSON.stringify(config, undefined, 2)}\n`, 'absent');
  } catch (error) {
    throw new CliError(`could not write ${configFileName}: ${reasonOf(error)}`);
  }
  await streamOutput(shell.stdout).write(`Created ${configFileName}.\n`);
  return 0;
}
