import { mkdir, writeFile } from 'node:fs/promises';
import { artifactAnnotations } from '../../server/src/oci/facts/annotations/artifacts.ts';
import { imageAnnotations } from '../../server/src/oci/facts/annotations/images.ts';
import { ociAnnotations } from '../../server/src/oci/facts/annotations/oci.ts';
import type { ProfileRow } from '../../server/src/oci/facts/artifact-profile.ts';
import { deploymentProfiles } from '../../server/src/oci/facts/artifact-profiles/deployments.ts';
import { imageProfiles } from '../../server/src/oci/facts/artifact-profiles/images.ts';
import { modelProfiles } from '../../server/src/oci/facts/artifact-profiles/models.ts';
import { packageProfiles } from '../../server/src/oci/facts/artifact-profiles/packages.ts';
import { runtimeProfiles } from '../../server/src/oci/facts/artifact-profiles/runtimes.ts';
import { supplyChainProfiles } from '../../server/src/oci/facts/artifact-profiles/supply-chain.ts';
import type { FactWords } from '../../server/src/oci/facts/fact-words.ts';
import { dockerMediaTypes } from '../../server/src/oci/facts/media-types/docker.ts';
import { modelMediaTypes } from '../../server/src/oci/facts/media-types/models.ts';
import { ociMediaTypes } from '../../server/src/oci/facts/media-types/oci.ts';
import { packageMediaTypes } from '../../server/src/oci/facts/media-types/packages.ts';
import { runtimeMediaTypes } from '../../server/src/oci/facts/media-types/runtimes.ts';
import { supplyChainMediaTypes } from '../../server/src/oci/facts/media-types/supply-chain.ts';

const folder = new URL('../../server/src/oci/facts/generated/', import.meta.url);

/**
 * Writes `oci/facts/generated/`: the fact tables by key, each row as JSON without its key, and in files of their own,
 * in the same order, the words that hovers and completions show. A check reads few rows, and no words.
 */
export async function generateFacts(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeTable('media-type', 'type', [
    ociMediaTypes(),
    dockerMediaTypes(),
    supplyChainMediaTypes(),
    packageMediaTypes(),
    runtimeMediaTypes(),
    modelMediaTypes(),
  ]);
  await writeTable('annotation', 'key', [ociAnnotations(), imageAnnotations(), artifactAnnotations()]);
  const profiles = [
    imageProfiles(),
    runtimeProfiles(),
    supplyChainProfiles(),
    deploymentProfiles(),
    modelProfiles(),
    packageProfiles(),
  ];
  await writeTable('profile', 'id', profiles);
  await write('profile-marks', profileMarks(profiles.flatMap((groups) => groups.flatMap(({ rows }) => rows))));
}

interface Group<Row> {
  readonly ecosystem: string;
  readonly rows: readonly Row[];
}

/** `parts`: the table by file. Throws if two rows have the same key: one would hide the other. */
async function writeTable<Key extends string, Row extends FactWords & Readonly<Record<Key, string>>>(
  name: string,
  key: Key,
  parts: readonly (readonly Group<Row>[])[],
): Promise<void> {
  const rows = parts.flatMap((groups) => groups.flatMap((group) => group.rows));
  const keys = new Set(rows.map((row) => row[key]));
  if (keys.size < rows.length) throw new Error(`${name}: a row is listed twice`);
  const constant = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const tables = parts.map((groups) => `  () => (${textOf(Object.fromEntries(groups.flatMap(rowsOf)))}),\n`);
  await write(
    `${name}-rows`,
    `export const ${constant}Rows: readonly (() => Readonly<Record<string, string>>)[] = [\n${tables.join('')}];\n`,
  );
  const words = rows.map(({ summary, note, example }) => ({ summary, note, example }));
  await write(
    `${name}-words`,
    "import type { FactWords } from '../fact-words.ts';\n\n" +
      `export const ${constant}Words = (): readonly FactWords[] => ${textOf(words)};\n`,
  );

  function rowsOf({ ecosystem, rows: own }: Group<Row>): readonly (readonly [string, string])[] {
    return own.map((row) => {
      const left = { [key]: undefined, summary: undefined, note: undefined, example: undefined };
      return [row[key], JSON.stringify({ ...row, ...left, ecosystem })];
    });
  }
}

function write(name: string, text: string): Promise<void> {
  const made = '// Made by `npm run generate` from the tables in the folder above.';
  return writeFile(new URL(`${name}.ts`, folder), `${made}\n${text}`);
}

function textOf(table: object): string {
  return JSON.stringify(table, null, 2);
}

/** The ids of profiles by what identifies them: of artifact types the first, of config types all. */
function profileMarks(rows: readonly ProfileRow[]): string {
  const byArtifactType: Record<string, string> = {};
  const byConfig: Record<string, string[]> = {};
  for (const { id, artifactType, config = [] } of rows) {
    if (artifactType !== undefined) byArtifactType[artifactType] ??= id;
    for (const type of config) {
      byConfig[type] ??= [];
      byConfig[type].push(id);
    }
  }
  const ids = (value: string): string => `Readonly<Record<string, ${value}>>`;
  const type = `{ readonly byArtifactType: ${ids('string')}; readonly byConfig: ${ids('readonly string[]')} }`;
  return `export const profileMarks = (): ${type} => (${textOf({ byArtifactType, byConfig })});\n`;
}
