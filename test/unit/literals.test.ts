import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goLiteral } from '../../server/src/features/go-literal.ts';
import { literalPartsOf } from '../../server/src/features/literal-parts.ts';
import { rustLiteral } from '../../server/src/features/rust-literal.ts';
import { layoutCommandsFor, toolCommandsFor } from '../../server/src/features/tool-commands.ts';
import { readDocument } from '../../server/src/oci/document.ts';

const digest = `sha256:${'ab'.repeat(32)}`;

function partsOf(more: object) {
  const descriptor = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1234, ...more };
  const text = JSON.stringify({ schemaVersion: 2, manifests: [descriptor] });
  const [written] = readDocument('mem://test/index.json', text, { path: 'index' }).descriptors;
  const parts = written && literalPartsOf(written);
  assert.ok(parts, 'a descriptor');
  return parts;
}

const all = {
  platform: { architecture: 'arm64', os: 'linux', variant: 'v8', 'os.features': ['a', 'b'] },
  annotations: { 'org.opencontainers.image.ref.name': '1.2', a: 'say "hi"\n\u202e' },
  artifactType: 'application/vnd.example',
  data: 'e30=',
  urls: ['https://example.com/x'],
};

test('writes a descriptor as a gofmt-formatted Go literal', () => {
  assert.equal(
    goLiteral(partsOf({})),
    `v1.Descriptor{
	MediaType: "application/vnd.oci.image.manifest.v1+json",
	Digest:    "${digest}",
	Size:      1234,
}`,
  );
  assert.equal(
    goLiteral(partsOf(all)),
    `v1.Descriptor{
	MediaType: "application/vnd.oci.image.manifest.v1+json",
	Digest:    "${digest}",
	Size:      1234,
	URLs:      []string{"https://example.com/x"},
	Annotations: map[string]string{
		"org.opencontainers.image.ref.name": "1.2",
		"a":                                 "say \\"hi\\"\\n\\u202e",
	},
	Data: []byte("{}"),
	Platform: &v1.Platform{
		Architecture: "arm64",
		OS:           "linux",
		OSFeatures:   []string{"a", "b"},
		Variant:      "v8",
	},
	ArtifactType: "application/vnd.example",
}`,
  );
  assert.match(goLiteral(partsOf({ data: '/w==' })), /Data: {6}\[\]byte\("\\xff"\),/);
});

test('aligns Go fields by code points, as gofmt does', () => {
  const annotations = { '😀': '1', 'a.b': '2', ö: '3' };
  assert.match(goLiteral(partsOf({ annotations })), /\t\t"😀": {3}"1",\n\t\t"a\.b": "2",\n\t\t"ö": {3}"3",\n/);
});

test('writes a descriptor as a rustfmt-formatted Rust literal', () => {
  assert.equal(
    rustLiteral(partsOf(all)),
    `DescriptorBuilder::default()
    .media_type("application/vnd.oci.image.manifest.v1+json")
    .digest(
        "${digest}"
            .parse::<Digest>()?,
    )
    .size(1234_u64)
    .urls(vec!["https://example.com/x".to_string()])
    .annotations(HashMap::from([
        (
            "org.opencontainers.image.ref.name".to_string(),
            "1.2".to_string(),
        ),
        ("a".to_string(), "say \\"hi\\"\\n\\u{202e}".to_string()),
    ]))
    .platform(
        PlatformBuilder::default()
            .architecture("arm64")
            .os("linux")
            .os_features(vec!["a".to_string(), "b".to_string()])
            .variant("v8")
            .build()?,
    )
    .artifact_type("application/vnd.example")
    .data("e30=")
    .build()?`,
  );
});

test('keeps sizes beyond 2^53 exact, and writes no literal of a malformed descriptor', () => {
  const text = `{"manifests":[{"mediaType":"a/b","digest":"${digest}","size":9007199254740993},{"mediaType":"a/b"}]}`;
  const [exact, malformed] = readDocument('mem://test/index.json', text, { path: 'index' }).descriptors;
  assert.match(goLiteral(literalPartsOf(exact!)!), /Size: {6}9007199254740993,/);
  assert.equal(literalPartsOf(malformed!), undefined);
});

test('omits commands that their tool would refuse or misread', () => {
  const nested = { layout: '/img', digest, tags: [], isManifest: true, isEntry: false, isOnly: false };
  assert.deepEqual(toolCommandsFor(nested), [
    `oras manifest fetch --oci-layout /img@${digest}`,
    `regctl manifest get ocidir:///img@${digest}`,
    `regctl image copy ocidir:///img@${digest} localhost:5000/img:latest`,
  ]);
  const odd = { ...nested, layout: '/a@b/img', tags: ['1'], isEntry: true };
  assert.deepEqual(toolCommandsFor(odd), [
    `oras manifest fetch --oci-layout /a@b/img@${digest}`,
    `oras cp --from-oci-layout /a@b/img@${digest} localhost:5000/img:1`,
    'skopeo inspect --raw oci:/a@b/img:1',
    'skopeo copy --all oci:/a@b/img:1 docker://localhost:5000/img:1',
  ]);
  const blob = { ...odd, isManifest: false };
  assert.deepEqual(toolCommandsFor(blob), [`oras blob fetch --oci-layout --output - /a@b/img@${digest}`]);
  assert.deepEqual(layoutCommandsFor('/größe'), [
    "oras repo tags --oci-layout '/größe'",
    "crane push --index '/größe' localhost:5000/gr-e:latest",
  ]);
});

test('commands name content in the syntax of each tool', () => {
  const target = {
    layout: '/a b/img',
    digest,
    tags: ['docker.io/x/y:1'],
    isManifest: true,
    isEntry: true,
    isOnly: false,
  };
  assert.deepEqual(toolCommandsFor(target), [
    `oras manifest fetch --oci-layout '/a b/img@${digest}'`,
    `oras cp --from-oci-layout '/a b/img@${digest}' localhost:5000/img:latest`,
    `regctl manifest get 'ocidir:///a b/img@${digest}'`,
    `regctl image copy 'ocidir:///a b/img@${digest}' localhost:5000/img:latest`,
    "skopeo inspect --raw 'oci:/a b/img:docker.io/x/y:1'",
    "skopeo copy --all 'oci:/a b/img:docker.io/x/y:1' docker://localhost:5000/img:latest",
  ]);
  assert.deepEqual(toolCommandsFor({ ...target, layout: '/img', isManifest: false }), [
    `oras blob fetch --oci-layout --output - /img@${digest}`,
    `regctl blob get ocidir:///img ${digest}`,
  ]);
  assert.deepEqual(toolCommandsFor({ ...target, layout: '/img', tags: [], isOnly: true }).slice(-3), [
    'skopeo inspect --raw oci:/img',
    'skopeo copy --all oci:/img docker://localhost:5000/img:latest',
    'crane push /img localhost:5000/img:latest',
  ]);
  assert.equal(
    toolCommandsFor({ ...target, tags: ["1'; rm -rf /"] })
      .join('\n')
      .includes('rm -rf'),
    false,
  );
  assert.deepEqual(layoutCommandsFor('/img')[2], 'crane push --index /img localhost:5000/img:latest');
});
