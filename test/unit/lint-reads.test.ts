/**
 * A rule that says what it reads of descriptors reads nothing else: after an edit of one value, it has the findings that it
 * has in a new document. Edited are the examples of the rules' pages, where every rule has something to find.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { type OciDocument, readDocument, readEdited } from '../../server/src/oci/document.ts';
import { emptyContent } from '../../server/src/oci/empty.ts';
import type { RuleSettings } from '../../server/src/rules/support/settings.ts';
import { applyEdits, replaceValue, type TextEdit } from '../../server/src/syntax/edit.ts';
import { childrenOf, type JsonMember, spanOf } from '../../server/src/syntax/tree.ts';
import { fromPages } from './page-documents.ts';

const strict: RuleSettings = { profile: 'strict', levels: new Map() };
/** Sound to a rule until one value is changed, which no page has. */
const more = [
  `{"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
    "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "sha256:${emptyContent.digests.sha256}", "size": 2},
    "layers": [{"mediaType": "application/gzip", "digest": "sha256:${'5'.repeat(64)}", "size": 32654}]}`,
].map((text) => ({ name: text, document: readDocument('file:///more.json', text) }));
const samples = [...fromPages(), ...more].filter(
  ({ document: { kind, json } }) => kind !== undefined && json.faults.length === 0 && json.text.length < 5000,
);

// OCI_MANIFESTS_RUNS is a number of edits; the nightly run sets many.
const swaps = Math.max(1, Math.min(20, Math.round(Number(process.env.OCI_MANIFESTS_RUNS ?? 0) / 1000)));

/** What is written for a member anywhere, by its name. */
const writtenFor = new Map<string, Set<string>>();
for (const { document } of samples) {
  for (const { name, value } of membersIn(document)) {
    if (value === undefined) continue;
    const { start, end } = spanOf(value);
    const written = writtenFor.get(name) ?? new Set();
    writtenFor.set(name, written.add(document.json.text.slice(start, end)));
  }
}

/** The members of the document and of its descriptors. */
function membersIn({ root, descriptors }: OciDocument): readonly JsonMember[] {
  const objects = [root, ...descriptors.map(({ node }) => node)];
  return objects.flatMap((object) => (object === undefined ? [] : childrenOf(object))).filter(isMember);
}

function isMember(child: { readonly type: string }): child is JsonMember {
  return child.type === 'member';
}

test('findings after a value was changed, and changed back, are those of a new document', () => {
  let edits = 0;
  for (const [at, { name, document }] of samples.entries()) {
    for (const member of membersIn(document)) {
      if (member.value === undefined) continue;
      const others = [...(writtenFor.get(member.name) ?? [])].filter((text) => text.length < 400);
      for (let i = 0; i < swaps; i++) {
        const other = others[(at * 7 + i * 13) % others.length];
        if (other !== undefined) edits += thereAndBack(name, document, replaceValue(member.value, other));
      }
    }
  }
  assert.equal(edits > 3000, true, `${edits}`);
});

test('findings after several values were changed one after another are those of a new document', () => {
  for (const [at, { name, document }] of samples.entries()) {
    let edited = document;
    for (let step = 0; step < 4 * swaps; step++) {
      // Numbers without a common factor reach all members and values in turn, and are the same in every run.
      const members = membersIn(edited).filter(({ value }) => value !== undefined);
      const member = members[(at * 31 + step * 17) % members.length];
      const others = [...(writtenFor.get(member?.name ?? '') ?? [])].filter((text) => text.length < 400);
      const other = others[(at * 13 + step * 29) % others.length];
      if (member?.value === undefined || other === undefined) continue;
      edited = editedDocument(name, edited, replaceValue(member.value, other));
      if (edited.kind === undefined || edited.json.faults.length > 0) break;
    }
  }
});

test('edits outside of descriptors are seen where they leave values as they are, or are in lists of descriptors', () => {
  const places = ['"layers": [{"a": 1, "b": 2}]', '"layers": [[{"a": 1, "b": 2}]]', '"layers": {"a": 1, "b": 2}'];
  for (const place of [...places, '"config": [{"a": 1, "b": 2}]', '"annotations": {"a": "1", "b": "2"}']) {
    const text = `{"schemaVersion": 2, "artifactType": "a/b", ${place}}`;
    const hints = { associated: 'manifest' } as const;
    for (const [was, is] of [
      ['"b"', '"a"'],
      ['artifactType', '\\u0061rtifactType'],
      ['artifactType', 'artifactTypes'],
      ['schemaVersion', 'artifactType'],
    ] as const) {
      const start = text.indexOf(was);
      thereAndBack(place, readDocument('file:///m.json', text, hints), { start, end: start + was.length, text: is });
    }
  }
});

/** How many edits were made. */
function thereAndBack(name: string, { uri, json: { text }, hints }: OciDocument, edit: TextEdit): number {
  const before = readDocument(uri, text, hints);
  lint(before, strict, 1000);
  const there = editedDocument(name, before, edit);
  const end = edit.start + edit.text.length;
  editedDocument(name, there, { start: edit.start, end, text: text.slice(edit.start, edit.end) });
  return 2;
}

function editedDocument(name: string, before: OciDocument, edit: TextEdit): OciDocument {
  const text = applyEdits(before.json.text, [edit]);
  const document = readEdited(before, [edit], text, before.hints);
  const [now, anew] = [document, readDocument(before.uri, text, before.hints)].map((one) =>
    seen(lint(one, strict, 1000)),
  );
  assert.equal(now, anew, `${name}: ${JSON.stringify(edit)}`);
  return document;
}

/** Messages may hold sizes. */
function seen(findings: unknown): string {
  return JSON.stringify(findings, (_name, value) => (typeof value === 'bigint' ? `${value}` : value));
}
