// A matcher for the fixtures of a test suite, in the form that `expect.extend` of Vitest and Jest takes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from 'oci-lint';

/** `expect.extend({ toBeOci }); await expect(manifest).toBeOci('manifest')` */
export async function toBeOci(received, kind) {
  const text = typeof received === 'string' || received instanceof Uint8Array ? received : JSON.stringify(received);
  const { findings } = await lint(text, { kind });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ pointer, message, rule }) => `  ${pointer || '/'}: ${message} (${rule})`);
  return {
    pass: errors.length === 0,
    message: () => (errors.length === 0 ? `expected errors in the ${kind}` : `${kind}:\n${lines.join('\n')}`),
  };
}

test('a sound descriptor passes, a broken one says what is wrong', async () => {
  const descriptor = {
    mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    digest: `sha256:${'6'.repeat(64)}`,
    size: 32654,
  };
  assert.equal((await toBeOci(descriptor, 'descriptor')).pass, true, 'nothing is wrong');
  const { pass, message } = await toBeOci({ ...descriptor, digest: 'sha256:66' }, 'descriptor');
  assert.equal(pass, false, 'the digest is too short');
  assert.match(message(), /\/digest: .*64 hex digits.* \(digest-form\)/, 'it names the property and the rule');
});
