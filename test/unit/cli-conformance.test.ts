import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { descriptor, folderWith, negativeSize } from './cli-process.ts';

const script = fileURLToPath(new URL('../../scripts/conformance.mjs', import.meta.url));

function conformance(folder: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), stderr, status };
}

function toLines(...entries: readonly object[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

const layout = { 'lay/oci-layout': '{"imageLayoutVersion": "1.0.0"}', 'bad/oci-layout': '{"imageLayoutVersion": "9"}' };

test('labels that hold agree, both with the given kind and as detected', async (t) => {
  const folder = await folderWith(t, {
    'docs.jsonl': toLines(
      { file: 'a.json', kind: 'descriptor', expect: 'valid', why: '' },
      { file: 'b.json', kind: 'descriptor', expect: 'invalid', why: '' },
      { file: 'c.json', kind: 'unknown', expect: 'unknown', why: '' },
    ),
    'layouts.jsonl': toLines({ dir: 'bad', expect: 'invalid', faults: [], warnings: [] }),
    'a.json': descriptor(),
    'b.json': negativeSize,
    'c.json': '{}',
    ...layout,
  });
  assert.deepEqual(conformance(folder), { lines: ['5 agreed, 0 disagreed'], stderr: '', status: 0 });
});

test('prints one line per label that does not hold, with exit status 1', async (t) => {
  const folder = await folderWith(t, {
    'docs.jsonl': toLines(
      { file: 'a.json', kind: 'descriptor', expect: 'invalid', why: 'it should be' },
      { file: 'b.json', kind: 'descriptor', expect: 'valid', why: 'it should be' },
    ),
    'layouts.jsonl': toLines({ dir: 'bad', expect: 'valid' }, { dir: 'lay/none', expect: 'unknown' }),
    'a.json': descriptor(),
    'b.json': negativeSize,
    'lay/none/notes.txt': '',
    ...layout,
  });
  const { lines, status } = conformance(folder);
  assert.match(lines[0]!, /^a\.json \[descriptor\]: expected invalid \(it should be\)$/);
  assert.match(
    lines[1]!,
    /^b\.json \[descriptor\]: expected valid \(it should be\) \| b\.json#\/size error descriptor-size: /,
  );
  assert.match(lines[2]!, /^b\.json \[kind detected\]: expected valid/);
  assert.match(lines[3]!, /^bad \[layout\]: expected valid .* bad\/oci-layout#\/imageLayoutVersion error schema: /);
  assert.match(lines[4]!, /^lay\/none \[layout\]: nothing was reported of it$/);
  assert.deepEqual([lines[5], lines.length, status], ['0 agreed, 5 disagreed', 6, 1]);
});

test('exits with 2 when the corpus cannot be run', async (t) => {
  const folder = await folderWith(t, { 'docs.jsonl': toLines({ file: 'none.json', kind: 'index', expect: 'valid' }) });
  const { stderr, status } = conformance(folder);
  assert.match(stderr, /^conformance: oci-lint ended with status 2: oci-lint: no such file or folder: "none\.json"\n$/);
  assert.equal(status, 2);
});
