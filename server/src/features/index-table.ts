import type { Contents } from '../content/stores/contents.ts';
import { readTarget } from '../content/stores/targets.ts';
import { contentSizeOf } from '../oci/content-size.ts';
import { toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { attestedDigestOf } from '../oci/index-entry.ts';
import { stringAt } from '../syntax/tree.ts';
import { digestLinkOf } from './digest-link.ts';
import { nameOf } from './labels.ts';
import { escaped } from './markdown.ts';
import { humanSize } from './sizes.ts';

const maxRows = 12;

/** The entries of an index as a Markdown table, with attestations below the manifests that they describe. */
export async function indexTableOf(document: OciDocument, contents: Contents): Promise<readonly string[]> {
  const entries = document.descriptors.filter(({ role }) => role === 'manifest');
  if (entries.length === 0) return ['No entries.'];
  const shown = withAttestationsBelow(entries).slice(0, maxRows);
  const rows = await Promise.all(shown.map((entry) => rowOf(entry, document, contents)));
  const more = entries.length > maxRows ? [`| and ${entries.length - maxRows} more | | | |`] : [];
  return ['| | digest | manifest | content |', '|:--|:--|--:|--:|', ...rows, ...more];
}

interface Entry {
  readonly written: WrittenDescriptor;
  readonly isBelow: boolean;
}

/** BuildKit attestations reference their manifest by digest in an annotation. Others keep their position. */
function withAttestationsBelow(entries: readonly WrittenDescriptor[]): readonly Entry[] {
  const attested = new Map<string | undefined, WrittenDescriptor[]>();
  for (const entry of entries)
    if (entry.value !== undefined && attestedDigestOf(entry) === undefined) attested.set(digestOf(entry), []);
  const below = new Set(entries.filter((entry) => attested.get(attestedDigestOf(entry))?.push(entry) !== undefined));
  return entries
    .filter((entry) => !below.has(entry))
    .flatMap((written) => {
      const attestations = attested.get(digestOf(written)) ?? [];
      attested.delete(digestOf(written));
      return [{ written, isBelow: false }, ...attestations.map((one) => ({ written: one, isBelow: true }))];
    });
}

function digestOf({ value }: WrittenDescriptor): string | undefined {
  return value && toDigestText(value.digest);
}

async function rowOf({ written, isBelow }: Entry, { uri }: OciDocument, contents: Contents): Promise<string> {
  const name = escaped(nameOf(written) ?? stringAt(written.node, 'mediaType') ?? '');
  const size = written.value === undefined ? '' : humanSize(written.value.size);
  const content = await contentSizeIn(written, uri, contents);
  const digest = await digestLinkOf(written, uri, contents);
  return `| ${isBelow ? '↳ ' : ''}${name} | ${digest} | ${size} | ${content === undefined ? '' : humanSize(content)} |`;
}

/** The content size that a listed manifest declares. */
async function contentSizeIn(
  written: WrittenDescriptor,
  near: string,
  contents: Contents,
): Promise<bigint | undefined> {
  if (written.value === undefined) return undefined;
  const { verdict, value } = await readTarget(written, near, contents, 'small');
  if (verdict.state !== 'same') return undefined;
  const document = await contents.documentOf(verdict.content, value.mediaType).catch(() => undefined);
  return document === undefined || document.descriptors.length === 0 ? undefined : contentSizeOf(document);
}
