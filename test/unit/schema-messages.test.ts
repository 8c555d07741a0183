/** The wording of schema errors. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kind } from '../../server/src/oci/kind.ts';
import { messageOf, missingMessageOf } from '../../server/src/rules/support/schema-message.ts';
import { validate, valueAt } from '../../server/src/schema/validate.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const descriptor = { mediaType: 'a/b', digest, size: 7 };
const manifest = { schemaVersion: 2, config: descriptor, layers: [descriptor] };
const config = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digest] } };

/** A value with one mistake, and its message. */
function says(kind: Kind, value: unknown, message: string): void {
  const errors = validate(kind, value);
  const names = errors.flatMap(({ keyword, params }) =>
    keyword === 'required' ? [String(params.missingProperty)] : [],
  );
  const messages = errors.map(
    (error) =>
      (names.length > 0 ? missingMessageOf(error, names) : messageOf(error, valueAt(value, error.pointer))).text,
  );
  assert.deepEqual([...new Set(messages)], [message]);
}

describe('the message', () => {
  it('names what is missing in one sentence', () => {
    const { digest: _digest, ...rest } = descriptor;
    const needs = 'Descriptor requires `digest`.';
    says('descriptor', rest, needs);
    says('manifest', { ...manifest, layers: [rest] }, needs);
    says('layout-header', {}, 'Layout header requires `imageLayoutVersion`.');
    says('descriptor', {}, 'Descriptor requires `mediaType`, `digest` and `size`.');
    const empty = { ...manifest, config: { ...descriptor, mediaType: 'application/vnd.oci.empty.v1+json' } };
    says('manifest', empty, 'The empty config requires `artifactType`.');
  });

  it('shows the same value in the right type', () => {
    const size = '`size` must be an integer, not the string "1470". Remove the quotes.';
    says('descriptor', { ...descriptor, size: '1470' }, size);
    says('config', { ...config, author: 5 }, '`author` must be a string, not the number 5. Write "5".');
    const cmd = '`Cmd` must be an array of strings, not the string "/bin/sh". Write ["/bin/sh"].';
    says('config', { ...config, config: { Cmd: '/bin/sh' } }, cmd);
    const emptyLayer = '`empty_layer` must be true or false, not the string "true". Remove the quotes.';
    says('config', { ...config, history: [{ empty_layer: 'true' }] }, emptyLayer);
    const version = '`schemaVersion` must be the number 2, not the string "2".';
    says('manifest', { ...manifest, schemaVersion: '2' }, version);
  });

  it('shows what to use instead of null', () => {
    const left = '`annotations` must be an object, not null. Remove it.';
    says('descriptor', { ...descriptor, annotations: null }, left);
    says('descriptor', { ...descriptor, data: null }, '`data` must be a string, not null. Remove it.');
    says('index', { schemaVersion: 2, manifests: null }, '`manifests` must be an array, not null. Write [].');
    says('manifest', { ...manifest, layers: null }, '`layers` must be an array, not null. Write [].');
    const annotation = 'Annotation `a` must be a string, not null. Write "" or remove it.';
    says('descriptor', { ...descriptor, annotations: { a: null } }, annotation);
    const volume = 'Entry `/data` must be {}, not null. Write {} or remove it.';
    says('config', { ...config, config: { Volumes: { '/data': null } } }, volume);
    says('index', null, 'This image index must be an object, not null.');
  });

  it('states the allowed values', () => {
    const version = '`schemaVersion` must be 2, not 1.';
    says('manifest', { ...manifest, schemaVersion: 1 }, version);
    says('descriptor', { ...descriptor, size: -1 }, '`size` must not be negative, found -1.');
    says('descriptor', { ...descriptor, size: 1.5 }, '`size` must be an integer, not the number 1.5.');
    says('manifest', { ...manifest, layers: {} }, '`layers` must be an array, not an object.');
    says('manifest', { ...manifest, layers: [7] }, '`layers[0]` must be an object, not the number 7.');
    const env = '`Env` must be an array of strings, not an object.';
    says('config', { ...config, config: { Env: {} } }, env);
    const port = 'Entry `80/tcp` must be {}, not true.';
    says('config', { ...config, config: { ExposedPorts: { '80/tcp': true } } }, port);
  });

  it('shows the expected form', () => {
    const value = { ...config, config: { Env: ['PATH'] } };
    says('config', value, 'Invalid environment variable "PATH". Expected NAME=value.');
    const digestless = { ...descriptor, digest: '' };
    const expected = 'Expected sha256: and 64 lowercase hex digits, sha512: and 128, or blake3: and 64.';
    says('descriptor', digestless, `\`digest\` is empty. ${expected}`);
    says('descriptor', { ...descriptor, digest: 'x' }, `Invalid digest "x". ${expected}`);
  });

  it('shortens long values, and quotes constants in full', () => {
    const wrong = `application/vnd.oci.${'x'.repeat(50)}+json`;
    const shown = `application/vnd.oci.${'x'.repeat(39)}…`;
    const right = 'application/vnd.docker.distribution.manifest.list.v2+json';
    const list = { schemaVersion: 2, mediaType: wrong, manifests: [] };
    says('docker-manifest-list', list, `\`mediaType\` must be "${right}", not "${shown}".`);
  });
});

describe('the clause', () => {
  function clausesOf(kind: Kind, value: unknown): readonly (string | undefined)[] {
    return validate(kind, value).map(({ clause }) => clause);
  }

  it('belongs to the keyword of a property', () => {
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, size: -1 }), ['descriptor-size-not-negative']);
    assert.deepEqual(clausesOf('manifest', { ...manifest, schemaVersion: 1 }), ['manifest-schema-version-is-2']);
  });

  it('belongs to the required property', () => {
    assert.deepEqual(clausesOf('index', { schemaVersion: 2 }), ['index-manifests-present']);
  });

  it('belongs to the location if several share a value', () => {
    const wrong = { ...config, created: 'x', rootfs: { type: 'layers', diff_ids: ['x'] } };
    assert.deepEqual(clausesOf('config', wrong), ['config-created-rfc3339', 'config-diff-ids-digests']);
  });

  it('of an array also covers its items', () => {
    assert.deepEqual(clausesOf('config', { ...config, config: { Cmd: [1] } }), ['config-cmd-array']);
  });

  it('is a separate one for null where it exists', () => {
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, annotations: null }), ['annotations-absent-or-empty']);
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, annotations: 1 }), ['annotations-map-of-strings']);
  });

  it('is absent if several clauses define one form', () => {
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, digest: 'sha256:ABC' }), [undefined]);
  });
});
