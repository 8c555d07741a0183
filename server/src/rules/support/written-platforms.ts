import type { OciDocument } from '../../oci/document.ts';
import { architectureMeantBy, operatingSystemMeantBy } from '../../oci/facts/platform-mistakes.ts';
import { architectures, operatingSystems } from '../../oci/facts/platforms.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { ofValue } from '../../syntax/kept.ts';
import { itemsOf, type JsonMember, type JsonNode, membersOf, stringOf, valueOf } from '../../syntax/tree.ts';

/** A platform in a document: `platform` of a descriptor, or an image config itself. */
export interface WrittenPlatform {
  readonly node: JsonNode;
  readonly isConfig: boolean;
  readonly os: JsonNode | undefined;
  readonly architecture: JsonNode | undefined;
  readonly variant: JsonNode | undefined;
  readonly osVersion: JsonNode | undefined;
  readonly osFeatures: JsonNode | undefined;
  readonly features: JsonMember | undefined;
  /** The texts of `os` and `architecture`. */
  readonly osName: string | undefined;
  readonly architectureName: string | undefined;
}

/** The kinds that have platforms. */
export const platformKinds = [
  'index',
  'manifest',
  'descriptor',
  'docker-manifest-list',
  'config',
  'docker-config',
] as const;

/** The platform in an image config. */
export function ownPlatformOf({ kind, root }: OciDocument): WrittenPlatform | undefined {
  const isConfig = hasTraits(kind, 'is-image-config');
  return isConfig && root?.type === 'object' ? readPlatform(root, true) : undefined;
}

/** The platform of a descriptor. */
export const platformAt = ofValue((node) => readPlatform(node, false));

/**
 * Whether a descriptor's platform has neither name. go-containerregistry writes such a platform for a config without
 * one.
 */
export function isBlank({ isConfig, osName, architectureName }: WrittenPlatform): boolean {
  return !isConfig && osName === '' && architectureName === '';
}

/**
 * Whether a config is the empty one of go-containerregistry, with which Cosign attaches signatures: no platform and
 * nothing to run.
 */
export function isPlaceholder({ node, isConfig, osName, architectureName }: WrittenPlatform): boolean {
  if (!isConfig || osName !== '' || architectureName !== '') return false;
  const config = valueOf(node, 'config');
  return ['Entrypoint', 'Cmd', 'Env'].every((name) => itemsOf(valueOf(config, name)).length === 0);
}

/** Whether `architecture` has the name of an operating system and `os` that of an architecture, Go's or another one. */
export function isSwapped({ osName = '', architectureName = '' }: WrittenPlatform): boolean {
  const isArchitecture = Object.hasOwn(architectures, osName) || architectureMeantBy(osName) !== undefined;
  const isSystem =
    Object.hasOwn(operatingSystems, architectureName) || operatingSystemMeantBy(architectureName) !== undefined;
  return isArchitecture && isSystem && !Object.hasOwn(operatingSystems, osName);
}

/** The clause for a property of a platform. The specification has each twice. */
export function platformClauseOf({ isConfig }: WrittenPlatform, name: string): string {
  return isConfig ? `config-${name}` : `platform-${name}`;
}

/** Reads a platform in one pass over its members. Of duplicates, the last one counts. */
function readPlatform(node: JsonNode, isConfig: boolean): WrittenPlatform {
  let os: JsonNode | undefined;
  let architecture: JsonNode | undefined;
  let variant: JsonNode | undefined;
  let osVersion: JsonNode | undefined;
  let osFeatures: JsonNode | undefined;
  let features: JsonMember | undefined;
  for (const member of membersOf(node)) {
    switch (member.name) {
      case 'os':
        os = member.value;
        break;
      case 'architecture':
        architecture = member.value;
        break;
      case 'variant':
        variant = member.value;
        break;
      case 'os.version':
        osVersion = member.value;
        break;
      case 'os.features':
        osFeatures = member.value;
        break;
      case 'features':
        features = member;
        break;
    }
  }
  const names = { osName: stringOf(os), architectureName: stringOf(architecture) };
  return { node, isConfig, os, architecture, variant, osVersion, osFeatures, features, ...names };
}
