import artifactManifest from '../../../schemas/artifact-manifest.schema.json' with { type: 'json' };
import config from '../../../schemas/config.schema.json' with { type: 'json' };
import definitions from '../../../schemas/definitions.schema.json' with { type: 'json' };
import descriptor from '../../../schemas/descriptor.schema.json' with { type: 'json' };
import dockerConfig from '../../../schemas/docker-config.schema.json' with { type: 'json' };
import dockerManifest from '../../../schemas/docker-manifest.schema.json' with { type: 'json' };
import dockerManifestList from '../../../schemas/docker-manifest-list.schema.json' with { type: 'json' };
import index from '../../../schemas/index.schema.json' with { type: 'json' };
import layoutHeader from '../../../schemas/layout-header.schema.json' with { type: 'json' };
import manifest from '../../../schemas/manifest.schema.json' with { type: 'json' };
import orasArtifactManifest from '../../../schemas/oras-artifact-manifest.schema.json' with { type: 'json' };
import { late } from '../syntax/late.ts';

/** A JSON Schema (draft 7) or a part of one, with custom keywords. */
export interface SchemaNode {
  readonly title?: string;
  /** Description in Markdown. */
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  /** The second half of a message about a value that does not match the pattern. */
  readonly patternErrorMessage?: string;
  readonly contentEncoding?: string;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode;
  readonly then?: { readonly errorMessage?: string };
  /** Specification clauses by keyword. For `required`, by property name; `null` applies to null values. */
  readonly clauses?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly $ref?: string;
}

/** All schemas by file name. */
export const schemas: Readonly<Record<string, SchemaNode>> = {
  'artifact-manifest.schema.json': artifactManifest,
  'config.schema.json': config,
  'definitions.schema.json': definitions,
  'descriptor.schema.json': descriptor,
  'docker-config.schema.json': dockerConfig,
  'docker-manifest.schema.json': dockerManifest,
  'docker-manifest-list.schema.json': dockerManifestList,
  'index.schema.json': index,
  'layout-header.schema.json': layoutHeader,
  'manifest.schema.json': manifest,
  'oras-artifact-manifest.schema.json': orasArtifactManifest,
};

/** All clauses that schemas refer to, in alphabetical order. */
export const clausesOfSchemas: () => readonly string[] = late(() => {
  const found = new Set<string>();
  const waiting: unknown[] = Object.values(schemas);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { clauses = {}, ...rest } = node as SchemaNode;
    for (const named of Object.values(clauses)) {
      for (const id of typeof named === 'string' ? [named] : Object.values(named)) found.add(id);
    }
    waiting.push(...Object.values(rest));
  }
  return [...found].sort();
});
