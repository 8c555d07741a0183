/*
 * What a JSON validator needs to find the most common mistakes in an index or manifest: types, required properties and
 * patterns. It checks much less than we do.
 */

const typeGrammar = '[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}';
const annotations = { type: 'object', additionalProperties: { type: 'string' } };
const descriptor = {
  type: 'object',
  required: ['mediaType', 'digest', 'size'],
  properties: {
    mediaType: { type: 'string', pattern: `^${typeGrammar}/${typeGrammar}$` },
    digest: { type: 'string', pattern: '^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$' },
    size: { type: 'integer', minimum: 0 },
    platform: {
      type: 'object',
      required: ['architecture', 'os'],
      properties: { architecture: { type: 'string' }, os: { type: 'string' } },
    },
    annotations,
  },
};
const document = { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' };
const head = { schemaVersion: { const: 2 }, mediaType: { type: 'string' }, annotations };

export const indexSchema = {
  ...document,
  required: ['schemaVersion', 'manifests'],
  properties: { ...head, manifests: { type: 'array', items: descriptor } },
};

export const manifestSchema = {
  ...document,
  required: ['schemaVersion', 'config', 'layers'],
  properties: { ...head, config: descriptor, layers: { type: 'array', items: descriptor } },
};
