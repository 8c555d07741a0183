import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { below, folderOf, nameOf } from '../../server/src/content/uris.ts';

/** Path segments, including those that must be encoded or are special. */
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
/** Spelled by this program, by other programs, and with other schemes. */
const uri = fc.oneof(
  path.filter((text) => !text.startsWith('//')).map((text) => URI.file(text).toString()),
  path.filter((text) => !text.startsWith('//') && !/[#?%]/.test(text)).map((text) => `file://${text}`),
  path.filter((text) => !text.startsWith('//') && !/[#?%]/.test(text)).map((text) => `vscode-vfs://github${text}`),
);

test('splitting URIs as text agrees with the library', () => {
  fc.assert(
    fc.property(uri, fc.array(segment, { minLength: 1, maxLength: 3 }), (one, names) => {
      assert.equal(folderOf(one), Utils.dirname(URI.parse(one)).toString(), `the folder of ${one}`);
      assert.equal(nameOf(one), Utils.basename(URI.parse(one)), `the name of ${one}`);
      assert.equal(below(one, ...names), Utils.joinPath(URI.parse(one), ...names).toString(), `below ${one}: ${names}`);
    }),
    { numRuns: 2_000 },
  );
});
