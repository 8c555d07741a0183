import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationInfoOf, annotationInfos, annotationOwnerOf } from '../../server/src/oci/facts/annotations.ts';
import { artifactProfiles, profileOf } from '../../server/src/oci/facts/artifact-profiles.ts';
import { describedAnnotation, describedMediaType, describedProfile } from '../../server/src/oci/facts/described.ts';
import { mediaTypeMistakeOf, mediaTypeMistakes } from '../../server/src/oci/facts/media-type-mistakes.ts';
import { compressionOf, isJsonType, mediaTypeInfoOf, mediaTypeInfos } from '../../server/src/oci/facts/media-types.ts';
import { kindRows } from '../../server/src/oci/kinds.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../server/src/oci/media-type.ts';

/** Media types that are malformed but used that way in practice, so they need a row. */
const malformed = new Set([
  'application/vnd.ocm.software/ocm.component.config.v1+json',
  ...mediaTypeInfos()
    .filter(({ type }) => type.includes(';'))
    .map(({ type }) => type),
]);

test('no media type is listed twice, and each is well-formed', () => {
  assertUnique(mediaTypeInfos().map(({ type }) => type));
  for (const { type } of mediaTypeInfos()) {
    if (!malformed.has(type)) assert.equal(mediaTypeProblemOf(type), undefined, type);
  }
});

test('every media type has a description, and its replacement is listed too', () => {
  for (const { type, title, summary, ecosystem, replacedBy } of mediaTypeInfos().map(describedMediaType)) {
    assert.ok(title !== '' && ecosystem !== '', type);
    assert.match(summary, /^\S.*\.$/s, type);
    if (replacedBy !== undefined) assert.ok(mediaTypeInfoOf(replacedBy), `${type} → ${replacedBy}`);
    assert.notEqual(replacedBy, type);
  }
});

test('the media types of our document kinds are listed as document types', () => {
  for (const type of Object.values(mediaTypes)) assert.ok(mediaTypeInfoOf(type), type);
  for (const { mediaTypes: own, statesMediaType } of kindRows) {
    for (const type of own) {
      const info = mediaTypeInfoOf(type);
      assert.ok(info, type);
      if (statesMediaType) assert.ok(info.places.includes('document'), type);
    }
  }
});

test('derives compression and JSON from any media type name', () => {
  assert.equal(compressionOf('application/vnd.oci.image.layer.v1.tar+gzip'), 'gzip');
  assert.equal(compressionOf('application/vnd.docker.image.rootfs.diff.tar.gzip'), 'gzip');
  assert.equal(compressionOf('application/vnd.oci.image.layer.v1.tar+zstd+encrypted'), 'zstd');
  assert.equal(compressionOf('application/vnd.oci.image.layer.v1.tar'), undefined);
  assert.equal(compressionOf('application/vnd.conda.package.v1'), 'bzip2');
  assert.equal(compressionOf('application/vnd.example.own+zstd'), 'zstd');
  assert.ok(isJsonType('application/json'), "isJsonType('application/json')");
  assert.ok(
    isJsonType('application/vnd.buildkit.cacheconfig.v0'),
    "isJsonType('application/vnd.buildkit.cacheconfig.v0')",
  );
  assert.ok(
    !isJsonType('application/vnd.oci.image.layer.v1.tar'),
    "!isJsonType('application/vnd.oci.image.layer.v1.tar')",
  );
});

test('no known typo of a media type is a known type, but its correction is', () => {
  assertUnique(mediaTypeMistakes.map(({ from }) => from));
  for (const { from, to } of mediaTypeMistakes) {
    assert.equal(mediaTypeInfoOf(from), undefined, from);
    assert.ok(mediaTypeInfoOf(to), to);
    assert.equal(mediaTypeMistakeOf(from)?.to, to);
  }
  assert.equal(mediaTypeMistakeOf('applicaiton/spdx+json')?.to, 'application/spdx+json');
  assert.equal(mediaTypeMistakeOf('application/vnd.example.thing'), undefined);
});

test('artifact profiles have unique ids, and every type and key that they name is listed', () => {
  assertUnique(artifactProfiles().map(({ id }) => id));
  const ids = new Set(artifactProfiles().map(({ id }) => id));
  for (const profile of artifactProfiles()) {
    const { id, artifactType, config = [], layers = [], entries = [], annotations = [], replacedBy } = profile;
    const slots = [...layers, ...entries];
    const types = [...config, ...slots.flatMap((slot) => [...slot.types, slot.artifactType ?? []].flat())];
    for (const type of [...types, artifactType ?? []].flat()) assert.ok(mediaTypeInfoOf(type), `${id}: ${type}`);
    const keys = [...annotations, ...slots.flatMap((slot) => slot.annotations ?? [])];
    for (const key of keys) assert.ok(annotationInfoOf(key), `${id}: ${key}`);
    for (const { min, max = min } of slots) assert.ok(min >= 0 && max >= min, id);
    if (replacedBy !== undefined) assert.ok(ids.has(replacedBy), `${id} → ${replacedBy}`);
    assert.match(describedProfile(profile).summary, /^\S.*\.$/s, id);
  }
});

test('profiles describe entries of an index, or the config and layers of a manifest', () => {
  for (const { id, document, config, layers, entries } of artifactProfiles()) {
    if (document === 'index') assert.ok(config === undefined && layers === undefined && entries, id);
    else assert.ok(config && layers && entries === undefined, id);
  }
});

test('finds the profile of a manifest by artifact type, config type or layers', () => {
  const helm = { configMediaType: 'application/vnd.cncf.helm.config.v1+json' };
  assert.equal(profileOf(helm)?.id, 'helm-chart');
  assert.equal(profileOf({ artifactType: 'application/vnd.cncf.notary.signature' })?.id, 'notation-signature');
  assert.equal(profileOf({ artifactType: 'application/vnd.example.thing', ...helm }), undefined);
  const cosign = ['application/vnd.dev.cosign.simplesigning.v1+json'];
  assert.equal(profileOf({ configMediaType: mediaTypes.config, layerMediaTypes: cosign })?.id, 'cosign-signature');
  assert.equal(profileOf({ configMediaType: mediaTypes.config })?.id, 'oci-image');
  assert.equal(profileOf({}), undefined);
});

test('no annotation key is listed twice, each has a description, and its replacement is listed too', () => {
  assertUnique(annotationInfos().map(({ key }) => key));
  for (const { key, summary, places, replacedBy, status, values = [], value } of annotationInfos().map(
    describedAnnotation,
  )) {
    assert.match(summary, /^\S.*\.$/s, key);
    assert.ok(places.length > 0, key);
    if (replacedBy !== undefined) assert.equal(annotationInfoOf(replacedBy)?.status, 'current', key);
    if (status === 'misspelled') assert.ok(replacedBy, key);
    if (value === 'boolean') for (const text of values) assert.match(text, /^(?:true|false)$/, key);
  }
});

test('finds an annotation key with a variable end by its prefix', () => {
  const info = annotationInfoOf('org.opencontainers.image.enc.keys.provider.keyring');
  assert.equal(info?.key, 'org.opencontainers.image.enc.keys.provider.*');
  assert.equal(annotationInfoOf('com.example.thing'), undefined);
  assert.equal(annotationOwnerOf('org.opencontainers.image.thing'), 'the image specification');
  assert.equal(annotationOwnerOf('org.opencontainers.thing'), 'the OCI specifications');
  assert.equal(annotationOwnerOf('com.example.thing'), undefined);
});

function assertUnique(names: readonly string[]): void {
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  assert.deepEqual(twice, []);
}
