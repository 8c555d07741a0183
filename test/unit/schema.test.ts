/** Valid and invalid values by property. The published schemas are wrong in most of these cases. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindRows } from '../../server/src/oci/kinds.ts';
import { schemaFiles } from '../../server/src/schema/schemas.ts';
import { accepts, refuses } from './schema-verdicts.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const descriptor = { mediaType: 'application/vnd.example.thing.v1+json', digest, size: 7 };
const entry = { ...descriptor, mediaType: 'application/vnd.oci.image.manifest.v1+json' };
const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [entry] };
const manifest = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: descriptor,
  layers: [descriptor],
};
const emptyConfig = { ...descriptor, mediaType: 'application/vnd.oci.empty.v1+json' };

describe('the table of kinds', () => {
  it('names only schemas that messages and hovers know, and no schema is unused', () => {
    const named = kindRows.flatMap(({ schema }) => (schema === undefined ? [] : [`${schema}.schema.json`]));
    const known = schemaFiles.filter((name) => name !== 'definitions.schema.json');
    assert.deepEqual(known.sort(), named.sort(), 'there is a schema for each kind of oci/kinds.ts');
  });
});

describe('a descriptor', () => {
  it('requires mediaType, digest and size', () => {
    accepts('descriptor', descriptor);
    refuses('descriptor', {}, '#required:mediaType', '#required:digest', '#required:size');
  });

  it('requires a non-negative integer size', () => {
    accepts('descriptor', { ...descriptor, size: 0 });
    refuses('descriptor', { ...descriptor, size: -1 }, '/size#minimum');
    refuses('descriptor', { ...descriptor, size: 1.5 }, '/size#type');
    refuses('descriptor', { ...descriptor, size: '1470' }, '/size#type');
    refuses('descriptor', { ...descriptor, size: null }, '/size#type');
  });

  it('requires a digest in the grammar, and in the registered form for registered algorithms', () => {
    const hex = digest.slice('sha256:'.length);
    const good = [
      digest,
      `blake3:${hex}`,
      `sha512:${hex}${hex}`,
      'sha256+b64u:LCa0a2j_xo=',
      'multihash+base58:QmRZ',
      'a:b',
    ];
    for (const text of good) accepts('descriptor', { ...descriptor, digest: text });
    const bad = ['sha256:ABC', `sha256:${hex.toUpperCase()}`, `sha256:${hex}0`, `blake3:${hex}${hex}`, `sha512:${hex}`];
    bad.push(
      '',
      ':',
      'sha256',
      'sha256:',
      `:${hex}`,
      `SHA256:${hex}`,
      'a++b:c',
      '+a:b',
      'a+:b',
      'a:b:c',
      'a:b ',
      `${digest}\n`,
    );
    for (const text of bad) refuses('descriptor', { ...descriptor, digest: text }, '/digest#pattern');
  });

  it('requires media types in the form of RFC 6838', () => {
    const longest = `${'t'.repeat(127)}/${'s'.repeat(127)}`;
    for (const good of ['a/b', 'application/vnd.x-y_z+json', 'a!#$&^_.+-/0', longest]) {
      accepts('descriptor', { ...descriptor, mediaType: good, artifactType: good });
    }
    for (const bad of [
      '',
      'a',
      'a/',
      '/b',
      'a/b/c',
      'a b/c',
      '.a/b',
      'a/.b',
      'a/b;version=1',
      `${longest}s`,
      `t${longest}`,
    ]) {
      refuses('descriptor', { ...descriptor, mediaType: bad }, '/mediaType#pattern');
      refuses('descriptor', { ...descriptor, artifactType: bad }, '/artifactType#pattern');
    }
  });

  it('requires data in standard base64 with padding', () => {
    for (const good of ['', 'e30=', 'QQ==', 'QUJD', '+/+/']) accepts('descriptor', { ...descriptor, data: good });
    for (const bad of ['e30', 'e30==', '-_-_', 'e30=\n', 'QU\nJD', '====', 'e=30', '{}']) {
      refuses('descriptor', { ...descriptor, data: bad }, '/data#contentEncoding');
    }
    refuses('descriptor', { ...descriptor, data: {} }, '/data#type');
  });

  it('requires urls to be absolute URIs', () => {
    const good = ['https://example.com/a%20b?c=d#e', 'http://user@[::1]:5000/', 'urn:isbn:1', 'file:///x', 'HTTP://x'];
    accepts('descriptor', { ...descriptor, urls: good });
    const bad = ['value', '/path', '//host', 'http://a b', 'http://a/%zz', 'http://a:b:c/', 'http://ä/', 'a:b#c#d', ''];
    refuses('descriptor', { ...descriptor, urls: bad }, ...bad.map((_url, i) => `/urls/${i}#pattern`));
    refuses('descriptor', { ...descriptor, urls: 'https://example.com/' }, '/urls#type');
  });

  it('requires annotations to be strings, and rejects null in place of an empty map', () => {
    for (const annotations of [{}, { a: '' }, { '': 'x' }]) accepts('descriptor', { ...descriptor, annotations });
    refuses('descriptor', { ...descriptor, annotations: null }, '/annotations#type');
    refuses('descriptor', { ...descriptor, annotations: [] }, '/annotations#type');
    refuses('descriptor', { ...descriptor, annotations: { 'a/b~c': 1 } }, '/annotations/a~1b~0c#type');
    refuses('descriptor', { ...descriptor, annotations: { '': null } }, '/annotations/#type');
  });

  it('accepts any other property', () => {
    accepts('descriptor', { ...descriptor, constructor: 1, hasOwnProperty: null, 'com.example': [] });
  });
});

describe('an image index', () => {
  it('requires schemaVersion 2 and an array of manifests, which may be empty', () => {
    accepts('index', index);
    accepts('index', { ...index, manifests: [] });
    refuses('index', {}, '#required:schemaVersion', '#required:manifests');
    refuses('index', { ...index, schemaVersion: 1 }, '/schemaVersion#const');
    refuses('index', { ...index, schemaVersion: '2' }, '/schemaVersion#const');
    refuses('index', { ...index, manifests: null }, '/manifests#type');
    refuses('index', [], '#type');
  });

  it('accepts its own mediaType or none', () => {
    accepts('index', { schemaVersion: 2, manifests: [] });
    refuses('index', { ...index, mediaType: manifest.mediaType }, '/mediaType#const');
  });

  it('checks entries like any descriptor', () => {
    const wrong = { ...entry, size: -1, artifactType: 'no type', data: '*', digest: 'sha256:ABC' };
    const errors = ['/manifests/0/digest#pattern', '/manifests/0/size#minimum'];
    refuses(
      'index',
      { ...index, manifests: [wrong] },
      ...errors,
      '/manifests/0/data#contentEncoding',
      '/manifests/0/artifactType#pattern',
    );
    refuses('index', { ...index, manifests: [entry, null, 'x'] }, '/manifests/1#type', '/manifests/2#type');
  });

  it('requires architecture and os in platforms', () => {
    const platform = {
      architecture: 'amd64',
      os: 'windows',
      'os.version': '10.0',
      'os.features': ['win32k'],
      variant: 'v2',
    };
    accepts('index', { ...index, manifests: [{ ...entry, platform }] });
    const at = '/manifests/0/platform';
    refuses(
      'index',
      { ...index, manifests: [{ ...entry, platform: {} }] },
      `${at}#required:architecture`,
      `${at}#required:os`,
    );
    const features = { ...platform, 'os.features': [1] };
    refuses('index', { ...index, manifests: [{ ...entry, platform: features }] }, `${at}/os.features/0#type`);
  });

  it('accepts a descriptor as subject', () => {
    accepts('index', { ...index, subject: descriptor });
    refuses('index', { ...index, subject: 'x' }, '/subject#type');
  });
});

describe('an image manifest', () => {
  it('requires schemaVersion 2 and a config', () => {
    accepts('manifest', manifest);
    refuses('manifest', {}, '#required:schemaVersion', '#required:config');
    refuses('manifest', { ...manifest, config: null }, '/config#type');
  });

  it('accepts its own mediaType or none', () => {
    refuses('manifest', { ...manifest, mediaType: index.mediaType }, '/mediaType#const');
  });

  it('accepts missing layers, which are only a SHOULD', () => {
    accepts('manifest', { ...manifest, layers: [] });
    accepts('manifest', { schemaVersion: 2, config: descriptor });
    refuses('manifest', { ...manifest, layers: null }, '/layers#type');
  });

  it('requires artifactType if the config is the empty one', () => {
    accepts('manifest', { ...manifest, config: emptyConfig, artifactType: 'application/vnd.example' });
    refuses('manifest', { ...manifest, config: emptyConfig }, '#required:artifactType');
  });
});

describe('a layout header', () => {
  it('requires version 1.0.0', () => {
    accepts('layout-header', { imageLayoutVersion: '1.0.0' });
    refuses('layout-header', { imageLayoutVersion: '1.1.0' }, '/imageLayoutVersion#const');
    refuses('layout-header', {}, '#required:imageLayoutVersion');
  });
});

describe("Docker's documents", () => {
  const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';

  it('are checked where both families agree', () => {
    accepts('docker-manifest', { ...manifest, mediaType });
    refuses('docker-manifest', { ...manifest, mediaType, config: { ...descriptor, size: -1 } }, '/config/size#minimum');
    const list = {
      schemaVersion: 2,
      mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json',
      manifests: [entry],
    };
    accepts('docker-manifest-list', list);
    refuses(
      'docker-manifest-list',
      { ...list, manifests: [{ digest }] },
      '/manifests/0#required:mediaType',
      '/manifests/0#required:size',
    );
  });

  it('accept configs without the properties that Docker omits', () => {
    accepts('docker-config', {
      rootfs: { type: 'layers' },
      config: { Env: null, OnBuild: null, Healthcheck: { Test: ['NONE'] } },
    });
    refuses('docker-config', { config: { Tty: 'no' } }, '#required:rootfs', '/config/Tty#type');
  });

  it('have no schema in the oldest format', () => {
    accepts('docker-schema1', { schemaVersion: 1, fsLayers: 'x' });
  });
});
