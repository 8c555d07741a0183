/** Types that their own projects write by another name today; what ends in a dot is a prefix. */
const renames: readonly (readonly [from: string, to: string])[] = [
  ['application/vnd.cnai.model.', 'application/vnd.cncf.model.'],
  ['application/vnd.sylabs.sif.config.v1', 'application/vnd.sylabs.sif.config.v1+json'],
  ['application/vnd.oci.image.layer.squashfs', 'application/vnd.stacker.image.layer.squashfs'],
];

/** The name that a type has today; undefined where it has kept its own. */
export function renamedTypeOf(type: string): string | undefined {
  for (const [from, to] of renames) {
    if (from.endsWith('.') && type.startsWith(from)) return to + type.slice(from.length);
    if (from === type) return to;
  }
  return undefined;
}
