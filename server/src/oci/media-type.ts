/** The restricted-name grammar of RFC 6838 section 4.2, at most 127 characters. */
const restrictedName = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;

export type MediaTypeProblem =
  | 'empty'
  | 'no-slash'
  | 'many-slashes'
  | 'parameters'
  | 'blank'
  | 'long-type'
  | 'long-subtype'
  | 'bad-type'
  | 'bad-subtype';

/** What is wrong with the syntax of a media type, if anything (RFC 6838 section 4.2). Any well-formed name is valid. */
export function mediaTypeProblemOf(text: string): MediaTypeProblem | undefined {
  const slash = text.indexOf('/');
  const type = slash < 0 ? text : text.slice(0, slash);
  const subtype = slash < 0 ? '' : text.slice(slash + 1);
  if (slash >= 0 && restrictedName.test(type) && restrictedName.test(subtype)) return undefined;
  if (text === '') return 'empty';
  if (text.includes(';')) return 'parameters';
  if (/\s/.test(text)) return 'blank';
  if (slash < 0) return 'no-slash';
  if (subtype.includes('/')) return 'many-slashes';
  if (type.length > 127) return 'long-type';
  if (subtype.length > 127) return 'long-subtype';
  return restrictedName.test(type) ? 'bad-subtype' : 'bad-type';
}

export const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  empty: 'application/vnd.oci.empty.v1+json',
  dockerManifestList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
} as const;
