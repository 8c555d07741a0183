import { writeFile } from 'node:fs/promises';
import { nameableKinds } from '../../server/src/oci/kind.ts';
import { ownPlaces } from '../../server/src/oci/own-types.ts';
import { profileNames } from '../../server/src/rules/rule.ts';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { ruleLevels } from '../../server/src/rules/support/settings.ts';

const folder = new URL('../../schemas/files/', import.meta.url);
const draft = 'http://json-schema.org/draft-07/schema#';

/** Writes the JSON Schemas of the files that users write for this program, for completion and checks in editors. */
export async function generateConfigSchemas(): Promise<void> {
  const write = (name: string, schema: object) =>
    writeFile(new URL(name, folder), `${JSON.stringify(schema, undefined, 2)}\n`);
  await write('oci-lint.config.schema.json', configSchema());
  await write('expect.schema.json', expectSchema());
}

const rule = {
  type: 'string',
  enum: ruleMetas.map(({ id }) => id),
  enumDescriptions: ruleMetas.map(({ title }) => title),
};
const pointer = { type: 'string', description: 'The place of the finding: a JSON pointer (RFC 6901).' };
const glob = { type: 'string', minLength: 1 };
const profile = { type: 'string', enum: profileNames, description: 'The set of rules that run.' };
const levels = {
  type: 'object',
  description: 'The severity of single rules.',
  properties: Object.fromEntries(
    ruleMetas.map(({ id, title }) => [id, { description: `${title}.`, enum: ruleLevels }]),
  ),
  additionalProperties: false,
};

const levelsRef = { $ref: '#/definitions/levels' };

const text = (description: string) => ({ type: 'string', description });
const types = (description: string) => ({ type: 'array', description, items: { type: 'string' } });

/** Custom types, equal in the configuration and the editor's settings. */
export const mediaTypesSchema = {
  type: 'object',
  description: 'Custom media types: completed, documented in hovers, and not reported as misspelled.',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: {
      title: text('Short title.'),
      description: text('Description for hovers.'),
      places: {
        type: 'array',
        description: 'Where the type is used. Default: configs and layers.',
        items: { enum: ownPlaces },
      },
    },
  },
};

export const artifactTypesSchema = {
  type: 'object',
  description: 'Custom artifact types, with the media types of their config and layers.',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: {
      title: text('Short title.'),
      description: text('Description for hovers.'),
      config: types('Allowed media types of the config.'),
      layers: types('Allowed media types of the layers.'),
    },
  },
};

/** The schema of `oci-lint.config.json`. */
export function configSchema(): object {
  return {
    $schema: draft,
    title: 'OCI Manifests configuration',
    type: 'object',
    additionalProperties: false,
    definitions: { levels },
    properties: {
      $schema: { type: 'string' },
      extends: profile,
      rules: levelsRef,
      associations: {
        type: 'object',
        description: 'Which files are of a kind, whatever else speaks for another: globs, relative to this file.',
        additionalProperties: { enum: nameableKinds },
      },
      ignores: { type: 'array', description: 'Files and folders that are passed over: globs.', items: glob },
      mediaTypes: mediaTypesSchema,
      artifactTypes: artifactTypesSchema,
      goStrings: {
        type: 'boolean',
        description: 'Whether documents in raw strings of Go tests and in plain JSON fences of Markdown are checked.',
        default: false,
      },
      overrides: {
        type: 'array',
        description: 'Other profiles and severities for some files; of several that fit, the later count more.',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: { files: { type: 'array', items: glob }, extends: profile, rules: levelsRef },
        },
      },
      expect: {
        type: 'array',
        description: 'Findings that fixtures are made for: not reported, and missed where they are not found.',
        items: expected({ file: { ...glob, description: 'The documents: a glob.' } }),
      },
    },
  };
}

/** The schema of `*.expect.json`. */
export function expectSchema(): object {
  return {
    $schema: draft,
    title: 'Findings that are expected in the document of this name',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, expect: { type: 'array', items: expected({}) } },
  };
}

function expected(more: Record<string, object>): object {
  const properties = { ...more, rule, pointer };
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}
