/** `samples/broken`: separate documents with exactly one fault each, which they are named after. */
import { brokenDescriptors } from './broken-descriptors.ts';
import { brokenDocuments } from './broken-documents.ts';
import { brokenTexts } from './broken-texts.ts';
import { type Files, toBytes, toPrettyJson } from './files.ts';
import * as layout from './layout.ts';
import { strangers } from './strangers.ts';

export interface BrokenSample {
  /** Relative to the folder of the broken samples. */
  readonly file: string;
  /** The severity of the fault according to the specification; `nothing` for a file that a linter should ignore. */
  readonly severity: 'error' | 'warning' | 'information' | 'nothing';
  /** A line for the table in the README. */
  readonly fault: string;
  /** Values are written as pretty-printed JSON; text and bytes as they are. */
  readonly content: unknown;
}

export const brokenSamples: readonly BrokenSample[] = [
  ...brokenDescriptors,
  ...brokenDocuments,
  ...brokenTexts,
  ...strangers,
  {
    file: 'oci-layout-version/oci-layout',
    severity: 'error',
    fault: '`imageLayoutVersion` is 1.1.0; 1.0.0 is the only version of the layout, whatever that of the specification',
    content: { imageLayoutVersion: '1.1.0' },
  },
];

export function broken(folder: string): Files {
  const files = new Map(restOfLayout(`${folder}/oci-layout-version`));
  for (const { file, content } of brokenSamples) files.set(`${folder}/${file}`, contentBytes(content));
  return files;
}

function contentBytes(content: unknown): Uint8Array {
  if (typeof content === 'string') return toBytes(content);
  return content instanceof Uint8Array ? content : toPrettyJson(content);
}

/** A valid layout around the broken `oci-layout`, so that the folder has no other faults. */
function restOfLayout(folder: string): Files {
  const blobs: layout.Blobs = new Map();
  const manifest = layout.addDocument(blobs, {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.manifest,
    artifactType: 'application/vnd.example.chart.v1',
    config: layout.addEmptyConfig(blobs),
    layers: [layout.addBlob(blobs, 'text/plain', toBytes('Here be no dragons.\n'))],
  });
  return layout.toLayout(folder, blobs, [manifest]);
}
