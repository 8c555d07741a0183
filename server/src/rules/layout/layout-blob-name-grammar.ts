import type { Layout } from '../../content/layout/layout.ts';
import type { Contents } from '../../content/stores/contents.ts';
import { below } from '../../content/uris.ts';
import { digestProblemOf } from '../../oci/digest.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtStart, quoted } from '../support/finding.ts';
import { speaksForLayout } from '../support/layout-marker.ts';
import { wording } from '../support/wording.ts';

const message = wording('Not a blob name: {names}{rest}. Expected `blobs/<algorithm>/<encoded>`.');

/** Folders and files below `blobs` are named by the two parts of a digest (image-layout.md, "Blobs", MUST). */
export const layoutBlobNameGrammar: ContentRule = {
  meta: {
    id: 'layout-blob-name-grammar',
    title: 'File below blobs is not named by a digest',
    kinds: ['layout-header', 'index'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layout-blob-name-grammar'],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const wrong = await wrongNamesOf(reading.contents, reading.layout);
    if (wrong.length === 0) return;
    const shown = wrong.slice(0, maxShown).map((name) => quoted(name));
    const rest = wrong.length > maxShown ? ` and ${wrong.length - maxShown} more` : '';
    yield findingAtStart(message({ names: shown.join(', '), rest }), { clause: 'layout-blob-name-grammar' });
  },
};

const maxShown = 5;

async function wrongNamesOf({ files }: Contents, { root }: Layout): Promise<readonly string[]> {
  const wrong: string[] = [];
  const blobs = below(root, 'blobs');
  for (const algorithm of (await files.list(blobs)) ?? []) {
    const names = await files.list(below(blobs, algorithm));
    if (names === undefined) {
      wrong.push(`blobs/${algorithm}`);
      continue;
    }
    for (const name of names) {
      if (digestProblemOf(`${algorithm}:${name}`) !== undefined) wrong.push(`blobs/${algorithm}/${name}`);
    }
  }
  return wrong;
}
