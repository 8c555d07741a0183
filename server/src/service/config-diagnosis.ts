import { configFileName } from '../config/lint-config.ts';
import { readConfig } from '../config/read-config.ts';
import { nameOf } from '../content/uris.ts';
import { toRange } from '../features/ranges.ts';
import { ruleIds } from '../rules/rule-metas.ts';
import type { OpenDocument } from '../workspace/open-document.ts';
import type { Diagnosis } from './service-types.ts';

/** What is wrong with an open configuration file; undefined for other texts. */
export function configDiagnosisOf({ uri, version, document, settings }: OpenDocument): Diagnosis | undefined {
  if (document === undefined || !uri.endsWith(configFileName) || nameOf(uri) !== configFileName) return undefined;
  const { text, lines } = document.json;
  // Where the editor checks JSON by schemas, it has the one of this file.
  const faults = settings.isSyntaxElsewhere ? [] : readConfig(text, ruleIds).faults;
  const diagnostics = faults.map(({ span, message }) => ({
    range: toRange(lines, span),
    severity: 1 as const,
    source: 'oci',
    message,
  }));
  return { version, resultId: `configuration ${version}`, diagnostics };
}
