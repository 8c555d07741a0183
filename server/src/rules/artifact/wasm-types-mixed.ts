import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** The layout of the Wasm working group, and that of wasm-to-oci: config and layer belong together. */
const families = [
  { config: 'application/vnd.wasm.config.v0+json', layer: 'application/wasm' },
  { config: 'application/vnd.wasm.config.v1+json', layer: 'application/vnd.wasm.content.layer.v1+wasm' },
] as const;

/** Two layouts of Wasm modules are in use (CNCF TAG Runtime; wasm-to-oci), and runtimes look for one or the other. */
export const wasmTypesMixed: DocumentRule = {
  meta: {
    id: 'wasm-types-mixed',
    title: 'Wasm config and layer belong to different formats',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  reads: ['mediaType'],
  *check(document) {
    const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
    const own = families.find(({ config: type }) => type === config?.type);
    const other = families.find((family) => family !== own);
    if (own === undefined || other === undefined || config?.mediaType === undefined) return;
    const layers = layersOf(document).map(({ type }) => type);
    if (!layers.includes(other.layer) || layers.includes(own.layer)) return;
    const message = `Wasm config type does not match the layer "${other.layer}". Use "${other.config}".`;
    const edits = [replaceValue(config.mediaType, JSON.stringify(other.config))];
    const fixes = [{ title: `Set the config type to ${other.config}`, edits, isSafe: false }];
    yield findingAtValue(config.mediaType, message, { fixes });
  },
};
