import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { mixedWasmOf } from '../support/wasm-formats.ts';
import { wording } from '../support/wording.ts';

const message = wording('Wasm config type does not match the layer {layer}. Use {config}.');

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
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check(document) {
    const mixed = mixedWasmOf(document);
    if (mixed === undefined) return;
    const { mediaType, format } = mixed;
    const edits = [replaceValue(mediaType, JSON.stringify(format.config))];
    const fixes = [{ title: `Set the config type to ${format.config}`, edits, isSafe: false }];
    const said = message({ layer: quoted(format.layer, 80), config: quoted(format.config, 80) });
    yield findingAtValue(mediaType, said, { fixes });
  },
};
