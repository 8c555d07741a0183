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
 * Writes `oci/facts/generated/`: the fact tables by key, each row as JSON, and in files of their own, in the same
 * order, the words that hovers and completions show. A check reads few rows, and no words.
 */
export async function generateFacts(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeTable('media-type', 'type', [
    ...ociMediaTypes(),
    ...dockerMediaTypes(),
    ...supplyChainMediaTypes(),
    ...packageMediaTypes(),
    ...runtimeMediaTypes(),
    ...modelMediaTypes(),
  ]);
  await writeTable('annotation', 'key', [...ociAnnotations(), ...imageAnnotations(), ...artifactAnnotations()]);
  const profiles = [
    ...imageProfiles(),
    ...runtimeProfiles(),
    ...supplyChainProfiles(),
    ...deploymentProfiles(),
    ...modelProfiles(),
    ...packageProfiles(),
  ];
  await writeTable('profile', 'id', profiles);
  await writeFile(new URL('profile-marks.ts', folder), profileMarks(profiles.flatMap(({ rows }) => rows)));
}

interface Group<Row> {
  readonly ecosystem: string;
  readonly rows: readonly Row[];
}

/** Throws if two rows have the same key: they would replace each other. */
async function writeTable<Key extends string, Row extends FactWords & Readonly<Record<Key, string>>>(
  name: string,
  key: Key,
  groups: readonly Group<Row>[],
): Promise<void> {
  const rows: Record<string, string> = {};
  const words: FactWords[] = [];
  for (const { ecosystem, rows: own } of groups) {
    for (const one of own) {
      const { summary, note, example, ...row } = one;
      const id: string = one[key];
      if (Object.hasOwn(rows, id)) throw new Error(`${name} ${id} is listed twice`);
      rows[id] = JSON.stringify({ ...row, ecosystem });
      words.push({ summary, ...(note === undefined ? {} : { note }), ...(example === undefined ? {} : { example }) });
    }
  }
  const constant = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  await writeFile(
    new URL(`${name}-rows.ts`, folder),
    fileText(`${constant}Rows`, 'Readonly<Record<string, string>>', rows),
  );
  await writeFile(new URL(`${name}-words.ts`, folder), fileText(`${constant}Words`, 'readonly FactWords[]', words));
}

function fileText(name: string, type: string, table: object): string {
  return [
    '// Made by `npm run generate` from the tables in the folder above.',
    ...(type.includes('FactWords') ? ["import type { FactWords } from '../fact-words.ts';", ''] : []),
    `export const ${name} = (): ${type} => (${JSON.stringify(table, null, 2)});`,
    '',
  ].join('\n');
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
  return fileText('profileMarks', type, { byArtifactType, byConfig });
}
