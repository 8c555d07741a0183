import type { OciDocument } from '../../oci/document.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import { descriptorPartsOf, layersOf } from './descriptor-parts.ts';
import { once } from './once.ts';

interface WasmFormat {
  readonly config: string;
  readonly layer: string;
}

/** The formats of the Wasm working group and of wasm-to-oci, each with the config type and the layer type. */
const formats: readonly WasmFormat[] = [
  { config: 'application/vnd.wasm.config.v0+json', layer: 'application/wasm' },
  { config: 'application/vnd.wasm.config.v1+json', layer: 'application/vnd.wasm.content.layer.v1+wasm' },
];

/** The config's media type node, and the other format, which all Wasm layers have. */
interface MixedWasm {
  readonly mediaType: JsonNode;
  readonly format: WasmFormat;
}

export const mixedWasmOf = once((document: OciDocument): MixedWasm | undefined => {
  const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
  const own = formats.find(({ config: type }) => type === config?.type);
  const other = formats.find((format) => format !== own);
  if (own === undefined || other === undefined || config?.mediaType === undefined) return undefined;
  const layers = layersOf(document).map(({ type }) => type);
  if (!layers.includes(other.layer) || layers.includes(own.layer)) return undefined;
  return { mediaType: config.mediaType, format: other };
});
