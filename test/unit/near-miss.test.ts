import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearMissOf } from '../../server/src/content/stores/near-miss.ts';
import { readDigest } from '../../server/src/oci/digest.ts';
import { digestOf, imageLayout } from './image-layout.ts';

const index = imageLayout()['index.json'] as string;

/** The hint for content that is a changed form of the expected text. */
function accidentOf(was: string, is: string): string | undefined {
  const accident = nearMissOf(new TextEncoder().encode(is), readDigest(digestOf(was))!);
  if (accident !== undefined) assert.deepEqual(Buffer.from(accident.bytes), Buffer.from(was));
  return accident?.text;
}

test('names common accidents of editors, Git and formatters', () => {
  const compact = JSON.stringify(JSON.parse(index));
  const accidents: readonly (readonly [string, string, RegExp])[] = [
    [index.trimEnd(), index, /^without the final line break/],
    [index, index.trimEnd(), /^with a final line break/],
    [index, index.replaceAll('\n', '\r\n'), /^with LF/],
    [index.replaceAll('\n', '\r\n'), index, /^with CRLF/],
    [index, `\ufeff${index}`, /^without the byte order mark/],
    [compact, index, /^on one line/],
    [index.trimEnd(), compact, /^when indented with two spaces/],
    [JSON.stringify(JSON.parse(index), undefined, '   '), index, /^when indented with three spaces/],
    [JSON.stringify(JSON.parse(index), undefined, '\t'), index, /^when indented with tabs/],
  ];
  for (const [was, is, text] of accidents) assert.match(accidentOf(was, is) ?? 'nothing', text);
});

test('gives no hint for other changes or content that is not text', () => {
  assert.equal(accidentOf(index, index.replace('2', '3')), undefined);
  assert.equal(nearMissOf(Uint8Array.of(0xff, 0xfe, 0), readDigest(digestOf(index))!), undefined);
  assert.equal(nearMissOf(new Uint8Array(), readDigest(digestOf(index))!), undefined);
});
