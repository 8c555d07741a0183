import { toDiagnostics } from '../features/diagnostics.ts';
import { lint } from '../lint/lint.ts';
import { readDocument, readEdited } from '../oci/document.ts';
import { defaultRuleSettings } from '../rules/support/settings.ts';

const descriptor = (mediaType: string, rest: string): string =>
  `{ "mediaType": "application/vnd.oci.image.${mediaType}", "digest": "sha256:${'0'.repeat(64)}", "size": 1000, ${rest} }`;
const platform = '"platform": { "architecture": "arm64", "os": "linux", "variant": "v8" }';
const annotations = '"annotations": { "org.opencontainers.image.created": "2000-01-01T00:00:00Z" }';

const samples: readonly string[] = [
  `{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [${descriptor('manifest.v1+json', platform)}], ${annotations} }`,
  `{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": ${descriptor('config.v1+json', annotations)}, "layers": [${descriptor('layer.v1.tar+gzip', annotations)}] }`,
];

/**
 * Runs the code paths that every document needs before the first request, so that they are compiled and their tables
 * are built.
 */
export function warmUp(): void {
  for (const text of samples) {
    const document = readDocument('untitled:', text);
    lint(document, defaultRuleSettings);
    const start = text.indexOf('1000');
    const edit = { start, end: start, text: '-' };
    const edited = readEdited(document, [edit], `${text.slice(0, start)}-${text.slice(start)}`, document.hints);
    toDiagnostics(edited, lint(edited, defaultRuleSettings));
  }
}
