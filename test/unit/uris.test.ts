import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { below, folderOf, nameOf } from '../../server/src/content/uris.ts';

/** Segments of paths, those that have to be encoded or mean something else among them. */
const segment = fc.oneof(
  fc.constantFrom(
    'a',
    'blobs',
    'sha256',
    '.git',
    'x.json',
    'a b',
    'é',
    'c:',
    '%41',
    '..',
    '.',
    '...',
    '',
    '#',
    '?q',
    '~',
    '-',
    '+',
  ),
  fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !text.includes('/')),
);
const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => `/${segments.join('/')}`);
/** As this program spells them, as other programs may, and of other schemes. */
const uri = fc.oneof(
  path.filter((text) => !text.startsWith('//')).map((text) => URI.file(text).toString()),
  path.filter((text) => !text.startsWith('//') && !/[#?%]/.test(text)).map((text) => `file://${text}`),
  path.filter((text) => !text.startsWith('//') && !/[#?%]/.test(text)).map((text) => `vscode-vfs://github${text}`),
);

test('URIs that are taken apart as text give what the library gives', () => {
  fc.assert(
    fc.property(uri, fc.array(segment, { minLength: 1, maxLength: 3 }), (one, names) => {
      assert.equal(folderOf(one), Utils.dirname(URI.parse(one)).toString(), `the folder of ${one}`);
      assert.equal(nameOf(one), Utils.basename(URI.parse(one)), `the name of ${one}`);
      assert.equal(below(one, ...names), Utils.joinPath(URI.parse(one), ...names).toString(), `below ${one}: ${names}`);
    }),
    { numRuns: 2_000 },
  );
});
