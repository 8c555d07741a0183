import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { verifyCommand } from '../../server/src/protocol.ts';
import { imageLayout } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const large = new Uint8Array(20 * 1024 * 1024);
const hex = createHash('sha256').update(large).digest('hex');

for (const door of doors) {
  test(`${door.name}: reads a large blob on request and keeps the result`, async (context) => {
    const layer = { mediaType: 'application/vnd.example.large', digest: `sha256:${hex}`, size: large.length };
    const files = imageLayout({ manifest: { layers: [layer] } });
    const manifest = Object.keys(files).at(-1)!;
    const folder = testFolder(context, { ...files, [`blobs/sha256/${hex}`]: large });
    const editor = await startEditor(door);
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    assert.match((await blob.lenses()).at(-1)!, /size matches · 21 MB · not verified — verify$/);
    await blob.run(verifyCommand, '/layers/0');
    assert.match((await blob.lenses()).at(-1)!, /^\d+ layer( · .*)? · ✓$/);

    const other = new Uint8Array(large);
    other[large.length - 1] = 1;
    folder.write(`blobs/sha256/${hex}`, other);
    await editor.filesChanged(folder.uri(`blobs/sha256/${hex}`));
    await blob.run(verifyCommand, '/layers/0');
    assert.match((await blob.lenses()).at(-1)!, /✗ digest differs/);
    await editor.quit();
  });
}
