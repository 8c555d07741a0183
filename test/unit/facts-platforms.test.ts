import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizedPlatformOf, platformKeyOf } from '../../server/src/oci/facts/normalized-platform.ts';
import {
  architectureMeantBy,
  isAnyPlatformName,
  operatingSystemMeantBy,
} from '../../server/src/oci/facts/platform-mistakes.ts';
import { isVariantOf, variantMeantBy, variantTable } from '../../server/src/oci/facts/platform-variants.ts';
import {
  architectures,
  goPairs,
  isArchitecture,
  isOperatingSystem,
  operatingSystems,
} from '../../server/src/oci/facts/platforms.ts';
import { isWindowsVersion, windowsBuildOf, windowsBuilds } from '../../server/src/oci/facts/windows.ts';

test('Go platforms consist of known names', () => {
  for (const [os, machines] of Object.entries(goPairs)) {
    assert.ok(isOperatingSystem(os), os);
    for (const architecture of machines) assert.ok(isArchitecture(architecture), `${os}/${architecture}`);
  }
});

test('no name is both an operating system and an architecture, so swapped values can be detected', () => {
  for (const os of Object.keys(operatingSystems)) assert.ok(!Object.hasOwn(architectures, os), os);
});

test('knows "unknown", which marks entries that are not images, but no names of Object.prototype', () => {
  assert.ok(
    isOperatingSystem('unknown') && isArchitecture('unknown'),
    "isOperatingSystem('unknown') && isArchitecture('unknown')",
  );
  assert.ok(
    !isOperatingSystem('constructor') && !isArchitecture('toString'),
    "!isOperatingSystem('constructor') && !isArchitecture('toString')",
  );
});

test('aliases map to known names and variants, and no known name is an alias', () => {
  const names = ['x86_64', 'aarch64', 'armhf', 'armel', 'i686', 'ppc64el', 'mipsel', 'arm64v8', 'AMD64', 'amd64v3'];
  for (const name of names) {
    const meant = architectureMeantBy(name);
    assert.ok(meant && isArchitecture(meant.architecture), name);
    if (meant.variant !== undefined) assert.ok(isVariantOf(meant.architecture, meant.variant), name);
  }
  for (const name of Object.keys(architectures)) assert.equal(architectureMeantBy(name), undefined, name);
  assert.deepEqual(architectureMeantBy('linux/arm64'), { architecture: 'arm64' });
  assert.deepEqual(architectureMeantBy('Linux/arm/v7'), { architecture: 'arm', variant: 'v7' });
  assert.deepEqual(architectureMeantBy('arm64/v8'), { architecture: 'arm64', variant: 'v8' });
  for (const name of ['linux/', 'linux/x', 'arm64/', 'arm64/musl', 'a/b/c/d', '/arm64'])
    assert.equal(architectureMeantBy(name), undefined, name);
  for (const name of Object.keys(operatingSystems)) assert.equal(operatingSystemMeantBy(name), undefined, name);
  assert.equal(operatingSystemMeantBy('macOS'), 'darwin');
  assert.equal(operatingSystemMeantBy('constructor'), undefined);
  assert.equal(architectureMeantBy('constructor'), undefined);
  assert.ok(
    isAnyPlatformName('noarch') && !isAnyPlatformName('linux'),
    "isAnyPlatformName('noarch') && !isAnyPlatformName('linux')",
  );
});

test('accepts listed variants, the ranges that they allow, and other spellings', () => {
  for (const architecture of Object.keys(variantTable))
    assert.ok(isArchitecture(architecture), 'isArchitecture(architecture)');
  assert.ok(
    isVariantOf('arm', 'v5') && isVariantOf('arm64', 'v9.8') && !isVariantOf('amd64', 'v5'),
    "isVariantOf('arm', 'v5') && isVariantOf('arm64', 'v9.8') && !isVariantOf('amd64…",
  );
  assert.ok(
    !isVariantOf('arm', '7') && !isVariantOf('s390x', 'v1') && !isVariantOf('toString', 'v1'),
    "!isVariantOf('arm', '7') && !isVariantOf('s390x', 'v1') && !isVariantOf('toStri…",
  );
  assert.equal(variantMeantBy('arm', '7'), 'v7');
  assert.equal(variantMeantBy('arm', 'V7'), 'v7');
  assert.equal(variantMeantBy('arm64', '8'), 'v8');
  assert.equal(variantMeantBy('amd64', 'x86-64-v3'), 'v3');
  assert.equal(variantMeantBy('arm64', 'v7'), undefined);
});

test('normalizes platforms like containerd', () => {
  const cases: readonly (readonly [string, string, string | undefined, string])[] = [
    ['Linux', 'x86_64', undefined, 'linux/amd64'],
    ['linux', 'amd64', 'v1', 'linux/amd64'],
    ['linux', 'amd64', 'v2', 'linux/amd64/v2'],
    ['linux', 'i386', 'i686', 'linux/386'],
    ['linux', 'aarch64', 'v8', 'linux/arm64'],
    ['linux', 'arm64', '8', 'linux/arm64'],
    ['linux', 'arm64', 'v9.0', 'linux/arm64/v9'],
    ['linux', 'arm', undefined, 'linux/arm/v7'],
    ['linux', 'arm', '6', 'linux/arm/v6'],
    ['linux', 'armhf', 'v6', 'linux/arm/v7'],
    ['linux', 'armel', undefined, 'linux/arm/v6'],
    ['macos', 'arm64', undefined, 'darwin/arm64'],
    ['linux', 's390x', '', 'linux/s390x'],
  ];
  for (const [os, architecture, variant, key] of cases) {
    assert.equal(platformKeyOf({ os, architecture, ...(variant === undefined ? {} : { variant }) }), key);
  }
});

test('os.version and os.features distinguish platforms, the order of features does not', () => {
  const windows = { os: 'windows', architecture: 'amd64' };
  const key = platformKeyOf({ ...windows, osVersion: '10.0.20348.1', osFeatures: ['b', 'a', 'b'] });
  assert.equal(key, platformKeyOf({ ...windows, osVersion: '10.0.20348.1', osFeatures: ['a', 'b'] }));
  assert.notEqual(key, platformKeyOf(windows));
  assert.deepEqual(normalizedPlatformOf({ ...windows, osVersion: '', osFeatures: [] }), windows);
});

test('compares Windows versions like containerd', () => {
  assert.ok(
    isWindowsVersion('10.0.20348') && isWindowsVersion('10.0.20348.2113'),
    "isWindowsVersion('10.0.20348') && isWindowsVersion('10.0.20348.2113')",
  );
  assert.ok(
    !isWindowsVersion('10.0') && !isWindowsVersion('ltsc2022'),
    "!isWindowsVersion('10.0') && !isWindowsVersion('ltsc2022')",
  );
  assert.equal(windowsBuildOf('10.0.20348.2113')?.tag, 'ltsc2022');
  assert.equal(windowsBuildOf('10.0.99999'), undefined);
  const builds = windowsBuilds.map(({ build }) => build);
  assert.deepEqual(
    builds,
    [...new Set(builds)].sort((a, b) => a - b),
  );
});
