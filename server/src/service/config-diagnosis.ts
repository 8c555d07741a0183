import { configFileName } from '../config/lint-config.ts';
import { readConfig } from '../config/read-config.ts';
import { nameOf } from '../content/uris.ts';
import { toRange } from '../features/ranges.ts';
import { ruleMetaById } from '../rules/rule-metas.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import type { Host } from '../workspace/host.ts';
import type { Diagnosis } from './service-types.ts';

/** What is wrong with an open configuration file; undefined for other texts. */
export function configDiagnosisOf(uri: string, { openText }: Host): Diagnosis | undefined {
  const open = uri.endsWith(configFileName) && nameOf(uri) === configFileName ? openText(uri) : undefined;
  if (open === undefined) return undefined;
  const text = open.getText();
  const lines = lineIndexOf(text);
  const diagnostics = readConfig(text, [...ruleMetaById.keys()]).faults.map(({ span, message }) => ({
    range: toRange(lines, span),
    severity: 1 as const,
    source: 'oci',
    message,
  }));
  return { version: open.version, resultId: `configuration ${open.version}`, diagnostics };
}
