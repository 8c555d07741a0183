import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { fromRoot, newPerson } from './person.ts';
import { outputOf } from './programs.ts';

const skopeo = await provideProgram('skopeo', 'skopeo');
const umoci = await provideProgram('umoci', 'umoci');

const person = newPerson();
const run = (program: { readonly path: string }, ...args: readonly string[]) =>
  outputOf(program.path, args, { cwd: person.home, env: person.env });

/** The output of the linter for a layout with all blobs. Fails on errors. */
const lint = (layout: string) =>
  outputOf(process.execPath, [fromRoot('dist/cli.js'), '--verify', '--format', 'concise', layout], {
    cwd: person.home,
  });

/** The first `ref.name` of a layout. */
function nameIn(layout: string): string {
  const { manifests } = JSON.parse(readFileSync(join(person.home, layout, 'index.json'), 'utf8'));
  return manifests[0].annotations['org.opencontainers.image.ref.name'];
}

describe('layouts from other tools have no errors', () => {
  it('skopeo: a copy of one platform or of all', { skip: skipUnless(skopeo) }, async () => {
    assert.ok(skopeo.available, 'skopeo is not installed');
    const source = `oci:samples/image-layout:${nameIn('samples/image-layout')}`;
    const policy = ['--insecure-policy', '--override-os', 'linux', '--override-arch', 'amd64'];
    await run(skopeo, ...policy, 'copy', source, 'oci:one:latest');
    await run(skopeo, ...policy, 'copy', '--all', source, 'oci:all:latest');
    assert.equal(errorsIn(await lint('one')), '');
    assert.equal(errorsIn(await lint('all')), '');
  });

  it('skopeo reads our samples before and after a rehash', { skip: skipUnless(skopeo) }, async () => {
    assert.ok(skopeo.available, 'skopeo is not installed');
    const name = nameIn('samples/image-layout');
    const said = await outputOf(process.execPath, [fromRoot('dist/cli.js'), 'rehash', 'samples/image-layout'], {
      cwd: person.home,
    });
    assert.equal(said, 'All digests and sizes are up to date.\n');
    const raw = await run(skopeo, 'inspect', '--raw', `oci:samples/image-layout:${name}`);
    assert.equal(JSON.parse(raw).mediaType, 'application/vnd.oci.image.index.v1+json');
  });

  it('umoci: an image from scratch with a layer and a config', { skip: skipUnless(umoci) }, async () => {
    assert.ok(umoci.available, 'umoci is not installed');
    person.write('root/etc/motd', 'Welcome.\n');
    await run(umoci, 'init', '--layout', 'made');
    await run(umoci, 'new', '--image', 'made:latest');
    await run(umoci, 'insert', '--rootless', '--image', 'made:latest', 'root/etc', '/etc');
    await run(umoci, 'config', '--image', 'made:latest', '--config.cmd', '/bin/sh', '--author', 'Someone');
    assert.ok(readdirSync(join(person.home, 'made/blobs/sha256')).length >= 3, 'fewer than three blobs');
    assert.equal(errorsIn(await lint('made')), '');
  });
});

function errorsIn(report: string): string {
  return report
    .split('\n')
    .filter((line) => / error: /.test(line))
    .join('\n');
}
