import type { WrittenDescriptor } from '../oci/descriptor.ts';
import { itemsOf, type JsonNode, membersOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';

/** The properties of a descriptor for a literal in source code. Only properties with valid types are included. */
export interface LiteralParts {
  readonly mediaType: string;
  readonly digest: string;
  /** Decimal digits. */
  readonly size: string;
  readonly urls?: readonly string[];
  readonly annotations?: Texts;
  /** Base64. */
  readonly data?: string;
  readonly platform?: { readonly texts: Texts; readonly osFeatures: readonly string[] };
  readonly artifactType?: string;
}

/** Names and values in order. */
type Texts = readonly (readonly [name: string, value: string])[];

/** Undefined if the descriptor is not well-formed. */
export function literalPartsOf({ node, value }: WrittenDescriptor): LiteralParts | undefined {
  if (value === undefined) return undefined;
  const { digest, size, mediaType } = value;
  const urls = textsIn(valueOf(node, 'urls'));
  const annotations = pairsIn(valueOf(node, 'annotations'));
  const platform = valueOf(node, 'platform');
  const [data, artifactType] = [stringAt(node, 'data'), stringAt(node, 'artifactType')];
  return {
    mediaType,
    digest: `${digest.algorithm}:${digest.encoded}`,
    size: String(size),
    ...(urls.length === 0 ? {} : { urls }),
    ...(annotations.length === 0 ? {} : { annotations }),
    ...(data === undefined ? {} : { data }),
    ...(platform === undefined ? {} : { platform: platformIn(platform) }),
    ...(artifactType === undefined ? {} : { artifactType }),
  };
}

function platformIn(node: JsonNode): NonNullable<LiteralParts['platform']> {
  return { texts: pairsIn(node), osFeatures: textsIn(valueOf(node, 'os.features')) };
}

function textsIn(node: JsonNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => stringOf(item) ?? []);
}

/** Of duplicate names, the last wins, as in JSON parsers. */
function pairsIn(node: JsonNode | undefined): Texts {
  const pairs = membersOf(node).flatMap(({ name, value }) => {
    const text = stringOf(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return [...new Map(pairs)];
}
