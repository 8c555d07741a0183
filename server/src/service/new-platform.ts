import type { Platform } from '../oci/facts/platforms.ts';

/** A platform from the members that a document has for it. */
export function platformIn(members: Readonly<Record<string, string>>): Platform {
  const { os = '', architecture = '', variant, 'os.version': osVersion } = members;
  return { os, architecture, variant, osVersion };
}
