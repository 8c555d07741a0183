// A registry that refuses manifests with errors, and tells the client in the form that the distribution specification gives.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { lint } from 'oci-lint';

/** Answers `PUT /v2/<name>/manifests/<reference>`. */
export async function putManifest(request, response) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const { findings } = await lint(Buffer.concat(pieces), { profile: 'spec' });
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message, rule, pointer }) => ({ code: 'MANIFEST_INVALID', message, detail: { rule, pointer } }));
  response.writeHead(errors.length > 0 ? 400 : 201, { 'Content-Type': 'application/json' });
  response.end(errors.length > 0 ? JSON.stringify({ errors }) : '');
}

test('a bad push is refused, with the property that is wrong', async (t) => {
  const server = createServer(putManifest).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${server.address().port}/v2/app/manifests/latest`;
  const push = (manifest) => fetch(url, { method: 'PUT', body: JSON.stringify(manifest) });

  const empty = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    size: 2,
  };
  const artifact = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/vnd.example.note.v1',
    config: empty,
    layers: [empty],
  };
  assert.equal((await push(artifact)).status, 201, 'a sound manifest is taken');

  const refusal = await push({ ...artifact, layers: [{ ...empty, size: '2' }] });
  assert.equal(refusal.status, 400, 'a size in quotes is refused');
  const { errors } = await refusal.json();
  assert.deepEqual(errors[0].detail, { rule: 'descriptor-size', pointer: '/layers/0/size' }, 'it says where');
});
