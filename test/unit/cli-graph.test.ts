/** `oci-lint graph`: references as a picture. Graphviz and a browser's XML parser validate the output. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, digestOf, manifestType, toJson } from './image-layout.ts';
import {
  attestation,
  config,
  empty,
  image,
  indexType,
  layer,
  layerType,
  layout,
  platforms,
  sbom,
  short,
} from './rich-layout.ts';

const graphviz = await provideProgram('graphviz', 'dot');
const xmllint = await provideProgram('libxml2-utils', 'xmllint');

interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly digest?: string; readonly problems: readonly string[] }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly role: string;
    readonly tags?: string[];
  }[];
  readonly complete: boolean;
}

async function drawn(cwd: string, path = '.'): Promise<Drawn> {
  return JSON.parse((await ociLint(['graph', '--format', 'json', path], { cwd })).stdout);
}

test('draws every blob once and an edge per descriptor', async (t) => {
  const cwd = await folderWith(t, layout);
  const { nodes, edges, complete } = await drawn(cwd);
  assert.ok(complete, 'not everything is drawn');
  const nameOf = new Map([
    [undefined, 'index.json'],
    ...Object.entries({ platforms, image, config, layer, attestation, sbom }).map(
      ([name, it]) => [digestOf(it), name] as const,
    ),
  ]);
  const name = (id: string) => nameOf.get(nodes.find((node) => node.id === id)?.digest) ?? 'other';
  const lines = edges.map(({ from, to, role, tags = [] }) =>
    `${name(from)} ${role} ${name(to)} ${tags.join(' ')}`.trim(),
  );
  assert.deepEqual(
    lines.filter((line) => !line.includes('other')),
    [
      'index.json manifest platforms 1.0 latest',
      'index.json manifest image arm',
      'index.json manifest sbom',
      'platforms manifest image',
      'platforms manifest attestation',
      'image config config',
      'image layer layer',
      'sbom subject image',
      'attestation subject image',
    ],
  );
  assert.equal(new Set(nodes.map(({ digest }) => digest)).size, nodes.length);
});

test('Graphviz accepts the DOT output', { skip: skipUnless(graphviz) }, async (t) => {
  const cwd = await folderWith(t, layout);
  rmSync(join(cwd, blobOf(layer)));
  const { stdout, status } = await ociLint(['graph', '.', '--format=dot'], { cwd });
  assert.equal(status, 1);
  const svg = execFileSync('dot', ['-Tsvg'], { input: stdout, encoding: 'utf8' });
  assert.match(svg, /linux\/arm64</);
  assert.match(svg, /✗ missing/);
  assert.match(svg, /#cf222e/);
  assert.match(svg, new RegExp(short(image).slice(0, 19)));
});

test('the SVG is well-formed, marks what is broken, and contains no scripts', {
  skip: skipUnless(xmllint),
}, async (t) => {
  const hostile = `"><script>alert(1)</script>&\u0007\ud800]]>`;
  const layers = [{ ...descriptorOf(layerType, 'x'), annotations: { 'org.opencontainers.image.title': hostile } }];
  const manifest = toJson({ schemaVersion: 2, mediaType: manifestType, config: empty, layers });
  const index = toJson({
    schemaVersion: 2,
    mediaType: indexType,
    manifests: [
      { ...descriptorOf(manifestType, manifest), annotations: { 'org.opencontainers.image.ref.name': hostile } },
    ],
  });
  const cwd = await folderWith(t, { ...layout, 'index.json': index, [blobOf(manifest)]: manifest });
  const { stdout, status } = await ociLint(['graph', '.'], { cwd });
  assert.equal(status, 1);
  writeFileSync(join(cwd, 'x.svg'), stdout);
  execFileSync('xmllint', ['--noout', 'x.svg'], { cwd });
  assert.match(stdout, /<g [^>]*class="layer broken"><title>[^<]*missing<\/title>/);
  assert.doesNotMatch(stdout, /<script|href|url\((?!#)|@import/);
  const mermaid = (await ociLint(['graph', '.', '--format', 'mermaid'], { cwd })).stdout;
  assert.doesNotMatch(mermaid, /<script/);
  assert.match(mermaid, /-\.->\|"subject"\|/);
  assert.match(mermaid, /:::broken$/m);
});

test('marks documents with errors', async (t) => {
  const cwd = await folderWith(t, { 'x.json': image.replace('"schemaVersion": 2', '"schemaVersion": 3') });
  const { nodes } = await drawn(cwd, 'x.json');
  assert.match(nodes[0]?.problems[0] ?? '', /schemaVersion/);
});

test('folds two thousand manifests, but not the broken ones among them', async (t) => {
  const manifests = Array.from({ length: 2000 }, (_, i) =>
    toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'text/x-example',
      config: empty,
      layers: [empty],
      annotations: { n: `${i}` },
    }),
  );
  const index = toJson({
    schemaVersion: 2,
    mediaType: indexType,
    manifests: manifests.map((it) => descriptorOf(manifestType, it)),
  });
  const files = Object.fromEntries([...manifests, '{}'].map((content) => [blobOf(content), content]));
  const cwd = await folderWith(t, { ...files, 'oci-layout': '{"imageLayoutVersion": "1.0.0"}', 'index.json': index });
  rmSync(join(cwd, blobOf(manifests[1900] ?? '')));
  assert.equal((await drawn(cwd)).nodes.length, 2002);
  const { stdout } = await ociLint(['graph', '.'], { cwd });
  assert.match(stdout, />1,959 more</);
  assert.match(stdout, new RegExp(digestOf(manifests[1900] ?? '')));
  assert.ok(stdout.match(/<g [^>]*class=/g)!.length < 60, 'the node is not folded');
});

test('folds thousands of referrers, even if they all point at broken content', async (t) => {
  const subject = toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptorOf('a/b', 'gone'),
    layers: [],
  });
  const referrers = Array.from({ length: 500 }, (_, i) =>
    toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'application/vnd.example',
      config: descriptorOf('application/vnd.oci.empty.v1+json', 'gone, too'),
      layers: [],
      subject: descriptorOf(manifestType, subject),
      annotations: { i: `${i}` },
    }),
  );
  const cwd = await folderWith(t, {
    'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'index.json': toJson({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [descriptorOf(manifestType, subject)],
    }),
    ...Object.fromEntries([subject, ...referrers].map((text) => [blobOf(text), text])),
  });
  const { stdout } = await ociLint(['graph', '.', '--format', 'svg'], { cwd });
  assert.ok((stdout.match(/data-node/g)?.length ?? 0) < 100, 'only a few are drawn');
  assert.match(stdout, />4\d\d more</);
});

test('rejects invalid arguments', async (t) => {
  const cwd = await folderWith(t, layout);
  for (const args of [[], ['a', 'b'], ['.', '--format', 'png'], ['none'], ['.', '--format']]) {
    const { status, stderr } = await ociLint(['graph', ...args], { cwd });
    assert.equal(status, 2, stderr);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
  }
});
