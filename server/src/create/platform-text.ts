import type { Platform } from '../oci/facts/platforms.ts';

/** Parses a platform in the form `os[(os.version)]/architecture[/variant]`; undefined if the text does not match. */
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
