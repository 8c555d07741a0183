/** What people read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kind } from '../../server/src/oci/kind.ts';
import { messageOf } from '../../server/src/schema/message.ts';
import { validate } from '../../server/src/schema/validate.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const descriptor = { mediaType: 'a/b', digest, size: 7 };
const manifest = { schemaVersion: 2, config: descriptor, layers: [descriptor] };
const config = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digest] } };

/** A value with one mistake, and the words for it. */
function says(kind: Kind, value: unknown, message: string): void {
  assert.deepEqual(
    validate(kind, value).map((error) => messageOf(error, value)),
    [message],
  );
}

describe('the message', () => {
  it('names what is missing, and what its object needs', () => {
    const { digest: _digest, ...rest } = descriptor;
    const needs = 'This descriptor has no `digest`; every descriptor needs mediaType, digest and size.';
    says('descriptor', rest, needs);
    says('manifest', { ...manifest, layers: [rest] }, needs);
    const header = 'This layout header has no `imageLayoutVersion`; every layout header needs imageLayoutVersion.';
    says('layout-header', {}, header);
    const empty = { ...manifest, config: { ...descriptor, mediaType: 'application/vnd.oci.empty.v1+json' } };
    const why = 'its config is the empty one, so `artifactType` must say what this artifact is.';
    says('manifest', empty, `This image manifest has no \`artifactType\`; ${why}`);
  });

  it('tells how to write the same value in the right type', () => {
    says(
      'descriptor',
      { ...descriptor, size: '1470' },
      '`size` is "1470", a string; write the number 1470 without quotes.',
    );
    says('config', { ...config, author: 5 }, '`author` is 5, a number; write it as a string: "5".');
    const cmd = '`Cmd` is "/bin/sh", a string; write it as an array: ["/bin/sh"].';
    says('config', { ...config, config: { Cmd: '/bin/sh' } }, cmd);
    const emptyLayer = '`empty_layer` is "true", a string; write true without quotes.';
    says('config', { ...config, history: [{ empty_layer: 'true' }] }, emptyLayer);
    const version = '`schemaVersion` is "2", a string; write the number 2 without quotes.';
    says('manifest', { ...manifest, schemaVersion: '2' }, version);
  });

  it('tells what to write instead of null', () => {
    const left = '`annotations` is null; leave it out, or write {}.';
    says('descriptor', { ...descriptor, annotations: null }, left);
    says('descriptor', { ...descriptor, data: null }, '`data` is null; leave it out, or write a string.');
    const list = '`manifests` is null; it must be an array, which may be empty: [].';
    says('index', { schemaVersion: 2, manifests: null }, list);
    const annotation = 'The annotation `a` is null; it must be a string.';
    says('descriptor', { ...descriptor, annotations: { a: null } }, annotation);
    says('index', null, 'This image index is null; it must be an object.');
  });

  it('tells what a value must be', () => {
    says('manifest', { ...manifest, schemaVersion: 1 }, '`schemaVersion` is 1; it must be 2.');
    says('descriptor', { ...descriptor, size: -1 }, '`size` is -1; a size cannot be negative.');
    says('descriptor', { ...descriptor, size: 1.5 }, '`size` is 1.5; it must be a whole number.');
    says('manifest', { ...manifest, layers: {} }, '`layers` is an object; it must be an array.');
    says('manifest', { ...manifest, layers: [7] }, '`layers[0]` is 7, a number; it must be an object.');
    const env = '`Env` is an object; it must be an array of strings.';
    says('config', { ...config, config: { Env: {} } }, env);
    const port = 'The entry `80/tcp` is true, a boolean; it must be the empty object {}.';
    says('config', { ...config, config: { ExposedPorts: { '80/tcp': true } } }, port);
  });

  it('shows the form that a value should have', () => {
    const value = { ...config, config: { Env: ['PATH'] } };
    says('config', value, '`Env[0]` is "PATH"; an environment variable is written NAME=value.');
  });

  it('quotes long values only in part, and constants in full', () => {
    const wrong = `application/vnd.oci.${'x'.repeat(50)}+json`;
    const shown = `application/vnd.oci.${'x'.repeat(39)}…`;
    const right = 'application/vnd.docker.distribution.manifest.list.v2+json';
    const list = { schemaVersion: 2, mediaType: wrong, manifests: [] };
    says('docker-manifest-list', list, `\`mediaType\` is "${shown}"; it must be "${right}".`);
  });
});

describe('the clause', () => {
  function clausesOf(kind: Kind, value: unknown): readonly (string | undefined)[] {
    return validate(kind, value).map(({ clause }) => clause);
  }

  it('is the one behind a keyword of a member', () => {
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, size: -1 }), ['descriptor-size-not-negative']);
    assert.deepEqual(clausesOf('manifest', { ...manifest, schemaVersion: 1 }), ['manifest-schema-version-is-2']);
  });

  it('is the one behind a required member', () => {
    assert.deepEqual(clausesOf('index', { schemaVersion: 2 }), ['index-manifests-present']);
  });

  it('is that of the place, for values that several places share', () => {
    const wrong = { ...config, created: 'x', rootfs: { type: 'layers', diff_ids: ['x'] } };
    assert.deepEqual(clausesOf('config', wrong), ['config-created-rfc3339', 'config-diff-ids-digests']);
  });

  it('is that of the list for its entries', () => {
    assert.deepEqual(clausesOf('config', { ...config, config: { Cmd: [1] } }), ['config-cmd-array']);
  });

  it('is another for null, where null has its own', () => {
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, annotations: null }), ['annotations-absent-or-empty']);
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, annotations: 1 }), ['annotations-map-of-strings']);
  });

  it('is absent where several clauses stand behind one form', () => {
    assert.deepEqual(clausesOf('descriptor', { ...descriptor, digest: 'sha256:ABC' }), [undefined]);
  });
});
