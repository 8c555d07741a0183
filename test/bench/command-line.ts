import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexOf } from './documents.ts';
import { inFolder, writeManifests, writeMixed } from './folders.ts';
import type { Figure } from './measure.ts';
import { indexSchema, manifestSchema } from './peer-schemas.ts';
import { npmProgram, program } from './peers.ts';
import { comparePrograms, type Program } from './programs.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/single/manifest.json', import.meta.url));

/** The command line against the tools that people would use instead. Each run starts a new process. */
export async function* commandLine(): AsyncIterable<Figure> {
  const bare = { name: 'node -e 0', command: [process.execPath, '-e', '0'] };
  yield* comparePrograms('cli-small-file', 'wall', tmpdir(), linter(sample), [bare], 40);
  yield* folder();
  yield* manifests();
  yield* bigIndex();
}

function linter(...args: string[]): Program {
  return {
    name: 'oci-lint',
    command: [process.execPath, cli, ...args],
    says: /document|warning/i,
  };
}

function* folder(): Iterable<Figure> {
  const grep = { name: 'grep -rl schemaVersion .', command: program('grep', 'GNU grep'), says: /oci2\.json/ };
  const grepped = { ...grep, command: grep.command && [...grep.command, '-rl', 'schemaVersion', '.'] };
  const others = [grepped, biome('.')];
  yield* inFolder(writeMixed, (cwd) => comparePrograms('cli-folder-20000', 'wall', cwd, linter('.'), others, 10));
}

function* manifests(): Iterable<Figure> {
  const fill = (cwd: string) => {
    mkdirSync(join(cwd, 'manifests'));
    writeManifests(join(cwd, 'manifests'));
    writeFileSync(join(cwd, 'schema.json'), JSON.stringify(manifestSchema));
  };
  const others = [ajv('manifests/*.json'), jsonschema('manifests'), biome('manifests')];
  yield* inFolder(fill, (cwd) => comparePrograms('cli-manifests-2000', 'cpu', cwd, linter('manifests'), others, 5));
}

function* bigIndex(): Iterable<Figure> {
  const fill = (cwd: string) => {
    writeFileSync(join(cwd, 'index.json'), indexOf(12_400));
    writeFileSync(join(cwd, 'schema.json'), JSON.stringify(indexSchema));
  };
  const imageTool = program('oci-image-tool', 'Debian: oci-image-tool');
  const validate = ['validate', '--type', 'imageIndex', 'index.json'];
  const others = [
    ajv('index.json'),
    { name: 'oci-image-tool validate', command: imageTool && [...imageTool, ...validate], says: /OK|succeeded/ },
    jsonschema('index.json'),
    biome('index.json'),
  ];
  yield* inFolder(fill, (cwd) => comparePrograms('cli-index-4mb', 'wall', cwd, linter('index.json'), others, 10));
}

function ajv(files: string): Program {
  const command = npmProgram('ajv-cli', 'ajv');
  return {
    name: 'ajv-cli',
    command: command && [...command, 'validate', '-s', 'schema.json', '-d', files],
    says: / valid/,
  };
}

function jsonschema(files: string): Program {
  const command = npmProgram('@sourcemeta/jsonschema', 'jsonschema');
  return { name: '@sourcemeta/jsonschema', command: command && [...command, 'validate', 'schema.json', files] };
}

/** Checks syntax and style only. */
function biome(...args: string[]): Program {
  const command = npmProgram('@biomejs/biome', 'biome');
  return { name: 'biome lint', command: command && [...command, 'lint', ...args], says: /Checked/ };
}
