import { readdirSync, readFileSync } from 'node:fs';
import { type OciDocument, readDocument } from '../../server/src/oci/document.ts';
import type { Kind } from '../../server/src/oci/kind.ts';
import { documentTextOf, readRulePage } from './rule-page.ts';

export interface Sample {
  readonly name: string;
  readonly document: OciDocument;
}

/** The examples on the rules' pages. */
export function* fromPages(): Iterable<Sample> {
  for (const file of readdirSync('docs/rules')) {
    if (!file.endsWith('.md') || file === 'README.md') continue;
    for (const block of readRulePage(readFileSync(`docs/rules/${file}`, 'utf8')).blocks) {
      if (block.options.has('base64')) continue;
      const kind = block.options.get('kind') as Kind | undefined;
      const name = block.options.get('path') ?? 'document.json';
      const hints = kind === undefined ? {} : { associated: kind };
      yield {
        name: `${file}:${block.line}`,
        document: readDocument(`mem://test/${name}`, documentTextOf(block), hints),
      };
    }
  }
}
