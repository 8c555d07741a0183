/** Linting the samples reports nothing for the valid ones, and what the list says for each broken one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brokenSamples } from '../../scripts/samples/broken.ts';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { readKindHints } from '../../server/src/content/stores/kind-hints.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { lintContent } from '../../server/src/lint/lint-content.ts';
import type { LintFinding } from '../../server/src/lint/lint-finding.ts';
import { diskFiles } from '../../server/src/node/files.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { type OciDocument, readDocumentBytes } from '../../server/src/oci/document.ts';
import { defaultRuleSettings, type RuleSettings } from '../../server/src/rules/support/settings.ts';
import { samples } from './sample-layout.ts';

const scale = ['error', 'warning', 'information', 'hint'];
const strict: RuleSettings = { ...defaultRuleSettings, profile: 'strict' };
const contents = createContents(diskFiles, startNodeHash);

async function readSample(path: string): Promise<OciDocument> {
  const uri = pathToFileURL(path).href;
  return readDocumentBytes(uri, readFileSync(path), await readKindHints(contents, uri));
}

async function findingsOf(document: OciDocument): Promise<readonly LintFinding[]> {
  const question = { contents, depth: 'all', isLayoutChecked: true } as const;
  return [...lint(document, defaultRuleSettings), ...(await lintContent(document, defaultRuleSettings, question))];
}

function documentsBelow(folder: string): readonly string[] {
  return readdirSync(join(samples, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

for (const folder of ['single', 'package-index', 'image-layout']) {
  test(`samples/${folder} has no findings, including everything it references`, async () => {
    let count = 0;
    for (const path of documentsBelow(folder)) {
      const document = await readSample(path);
      if (document.kind === undefined) continue;
      count++;
      const findings = await findingsOf(document);
      assert.deepEqual(
        findings.map(({ rule, message }) => `${relative(samples, path)}: ${rule.id}: ${message.text}`),
        [],
      );
    }
    assert.ok(count > 3, `${count} documents`);
  });
}

describe('samples/broken', () => {
  for (const { file, severity } of brokenSamples) {
    it(`${file}: ${severity}`, async () => {
      const document = await readSample(join(samples, 'broken', file));
      const severities = lint(document, defaultRuleSettings).map((finding) => finding.severity);
      if (severity === 'nothing') {
        assert.deepEqual([document.kind, severities], [undefined, []]);
        return;
      }
      // Information is only reported by the strict profile.
      const told = severity === 'information' ? lint(document, strict).length > 0 : severities.includes(severity);
      assert.ok(told, `only ${severities.join(', ') || 'nothing'}`);
      const worse = scale.slice(0, scale.indexOf(severity));
      assert.deepEqual(
        severities.filter((found) => worse.includes(found)),
        [],
      );
    });
  }
});
