import type { Platform } from '../oci/facts/platforms.ts';

/** A platform as people write it: `os[(os.version)]/architecture[/variant]`. Undefined where it is not of that form. */
export function readPlatformText(text: string): Platform | undefined {
  const match = /^([a-z0-9]+)(?:\(([^()/]+)\))?\/([a-z0-9]+)(?:\/([A-Za-z0-9.]+))?$/.exec(text);
  const [, os, osVersion, architecture, variant] = match ?? [];
  if (os === undefined || architecture === undefined) return undefined;
  return {
    os: os,
    architecture: architecture,
    ...(variant === undefined ? {} : { variant }),
    ...(osVersion === undefined ? {} : { osVersion }),
  };
}
