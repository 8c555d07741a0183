import { ownEntry } from '../../syntax/own-entry.ts';
import type { Platform } from './platforms.ts';

/** containerd's architecture aliases. It normalizes these and no others. */
const architectureNames: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  i386: '386',
  aarch64: 'arm64',
};

/**
 * Normalizes a platform like containerd, so that equal platforms compare equal: lowercase, aliases resolved, default
 * variants omitted for amd64 and arm64 and explicit for arm.
 */
export function normalizedPlatformOf(platform: Platform): Platform {
  const os = platform.os.toLowerCase();
  const written = platform.architecture.toLowerCase();
  const variant = platform.variant?.toLowerCase() ?? '';
  const { architecture, variant: normal } = normalArchitectureOf(written, variant);
  return {
    os: os === 'macos' ? 'darwin' : os,
    architecture,
    ...(normal === '' ? {} : { variant: normal }),
    ...(platform.osVersion ? { osVersion: platform.osVersion } : {}),
    ...(platform.osFeatures?.length ? { osFeatures: [...new Set(platform.osFeatures)].sort() } : {}),
  };
}

/** A key that is the same for equal platforms: `os/architecture/variant`, then version and features if present. */
export function platformKeyOf(platform: Platform): string {
  const { os, architecture, variant, osVersion, osFeatures } = normalizedPlatformOf(platform);
  const key = variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
  return osVersion === undefined && osFeatures === undefined
    ? key
    : `${key}(${osVersion ?? ''}+${(osFeatures ?? []).join('+')})`;
}

function normalArchitectureOf(written: string, variant: string): { architecture: string; variant: string } {
  switch (written) {
    case 'armhf':
      return { architecture: 'arm', variant: 'v7' };
    case 'armel':
      return { architecture: 'arm', variant: 'v6' };
  }
  const architecture = ownEntry(architectureNames, written) ?? written;
  switch (architecture) {
    case 'amd64':
      return { architecture, variant: variant === 'v1' ? '' : variant };
    case '386':
      return { architecture, variant: '' };
    case 'arm64':
      return { architecture, variant: normalArm64VariantOf(variant) };
    case 'arm':
      return { architecture, variant: normalArmVariantOf(variant) };
    default:
      return { architecture, variant };
  }
}

function normalArm64VariantOf(variant: string): string {
  if (variant === '8' || variant === 'v8' || variant === 'v8.0') return '';
  return variant === '9' || variant === '9.0' || variant === 'v9.0' ? 'v9' : variant;
}

function normalArmVariantOf(variant: string): string {
  if (variant === '' || variant === '7') return 'v7';
  return variant === '5' || variant === '6' || variant === '8' ? `v${variant}` : variant;
}
