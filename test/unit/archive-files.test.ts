/** Compares the files that we list in an archive with those that tar extracts. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  array,
  assert as assertProperty,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  record,
  tuple,
} from 'fast-check';
import { withArchives } from '../../server/src/content/archive/archive-files.ts';
import { ArchiveRefused, type TarIndex } from '../../server/src/content/archive/tar-index.ts';
import { memoryFiles } from './memory-files.ts';
import { type Written, wholeTarOf } from './tar-bytes.ts';

const root = 'mem://test/x.tar';

/** The files in an archive and their bytes; undefined if the archive is rejected. */
async function filesIn(archive: Uint8Array): Promise<Record<string, string> | undefined> {
  const files = withArchives(memoryFiles([['x.tar', archive]]));
  let index: TarIndex;
  try {
    index = await files.mount(root);
  } catch (error) {
    assert.ok(error instanceof ArchiveRefused, String(error));
    return undefined;
  }
  const found: Record<string, string> = {};
  for (const folder of index.folders) {
    for (const name of (await files.list(folder === '' ? root : `${root}/${folder}`)) ?? []) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = await files.stat(`${root}/${path}`);
      if (stat?.type !== 'file') continue;
      const pieces: Uint8Array[] = [];
      for await (const piece of files.read(`${root}/${path}`)) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      assert.equal(bytes.length, stat.size);
      // Reading a range must return that range.
      const part: Uint8Array[] = [];
      for await (const piece of files.read(`${root}/${path}`, { start: 1, end: 3 })) part.push(piece);
      assert.ok(Buffer.concat(part).equals(bytes.subarray(1, 3)), 'another range');
      found[path] = bytes.toString('latin1');
    }
  }
  return found;
}

/** What tar extracts: regular files by path. */
function unpacked(archive: Uint8Array): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'oci-lint-'));
  try {
    writeFileSync(join(folder, 'x.tar'), archive);
    execFileSync('mkdir', [join(folder, 'x')]);
    execFileSync('tar', ['xf', '../x.tar', '--no-same-owner'], { cwd: join(folder, 'x'), stdio: 'ignore' });
    const found: Record<string, string> = {};
    const waiting = [join(folder, 'x')];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const name of readdirSync(at)) {
        const path = join(at, name);
        const stat = lstatSync(path);
        if (stat.isDirectory()) waiting.push(path);
        else if (stat.isFile()) found[relative(join(folder, 'x'), path)] = readFileSync(path, 'latin1');
      }
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('lists the files that tar extracts, compressed or not', async () => {
  const step = constantFrom('a', 'b', 'c', '.');
  const path = tuple(boolean(), array(step, { minLength: 1, maxLength: 3 })).map(
    ([isDotted, steps]) => `${isDotted ? './' : ''}${steps.join('/')}`,
  );
  const entry = record({
    path,
    kind: constantFrom('0', '0', '0', '5', '1', '2'),
    target: path,
    size: integer({ min: 0, max: 1200 }),
  });
  await assertProperty(
    asyncProperty(array(entry, { maxLength: 6 }), async (entries) => {
      const made: string[] = [];
      const written = entries.flatMap(({ path: name, kind, target, size }, i): Written[] => {
        // Links to targets that do not exist yet make tar fail.
        const linked = made.length === 0 ? undefined : made[target.length % made.length];
        if (kind === '1' && (linked === undefined || linked === name)) return [];
        if (name.split('/').every((one) => one === '.')) return [];
        if (kind === '0') made.push(name);
        if (kind === '5') return [{ name: `${name}/`, type: '5' }];
        if (kind === '1' || kind === '2')
          return [{ name, type: kind, changes: { 157: kind === '1' ? (linked ?? '') : target } }];
        return [{ name, body: String(i).repeat(size) }];
      });
      const archive = wholeTarOf({ name: 'first', body: 'x' }, ...written);
      const ours = await filesIn(archive);
      if (ours === undefined) return;
      let theirs: Record<string, string>;
      try {
        theirs = unpacked(archive);
      } catch {
        return;
      }
      assert.deepEqual(ours, theirs);
      assert.deepEqual(await filesIn(gzipSync(archive)), theirs);
    }),
    { numRuns: 60 },
  );
});
