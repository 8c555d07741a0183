import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkKinds } from '../../scripts/check-kinds.mjs';
import { hasTraits, kindRows } from '../../server/src/oci/kinds.ts';
import { folderWith } from './cli-process.ts';

const kindFile = "export const kinds = ['index', 'manifest', 'config', 'docker-manifest', 'docker-config'] as const;";

const breaches: readonly (readonly [name: string, text: string])[] = [
  ['a comparison', "const isIndex = kind === 'index';"],
  ['a comparison of an optional property', "if (document?.kind !== 'docker-manifest') return;"],
  ['a comparison on two lines', "const is = config.kind ===\n  'docker-config';"],
  ['a reversed comparison', "if ('manifest' === document.kind) return;"],
  ['the kind of a media type', "return kindOfMediaType(type) === 'index';"],
  ['a case', "switch (kind) {\n  case 'docker-manifest':\n}"],
  ['a list lookup', "return ['config', 'docker-config'].includes(kind ?? '');"],
  ['a set', "const manifests = new Set(['manifest', 'docker-manifest']);"],
  ['a prefix of a name', "return kind.startsWith('docker');"],
];

for (const [name, text] of breaches) {
  test(`finds a check of a kind by name: ${name}`, async (t) => {
    const root = await folderWith(t, {
      'server/src/oci/kind.ts': kindFile,
      'server/src/oci/kinds.ts': text,
      'server/src/rules/a.ts': `// first\n${text}\n`,
      'server/src/rules/b.ts':
        "const role = change.kind === 'moved'; if (role === 'config') go(hasTraits(kind, 'docker'));",
    });
    const said = checkKinds(root);
    assert.equal(said.length, 1, `${said.length} lines: ${said.join(' | ')}`);
    assert.match(said[0] ?? '', /^server[/\\]src[/\\]rules[/\\]a\.ts:\d+: /);
  });
}

test('only oci/ checks kinds by name', () => {
  assert.deepEqual(checkKinds(fileURLToPath(new URL('../..', import.meta.url))), []);
});

test('the traits of each kind agree with the location of its descriptors', () => {
  for (const { kind, descriptors } of kindRows) {
    const members = descriptors.map(({ member }) => member);
    assert.equal(hasTraits(kind, 'lists-manifests'), members.includes('manifests'), `${kind}: manifests`);
    assert.equal(hasTraits(kind, 'has-layers'), members.includes('layers'), `${kind}: layers`);
    assert.equal(hasTraits(kind, 'has-blobs'), members.includes('blobs'), `${kind}: blobs`);
    assert.equal(hasTraits(kind, 'is-descriptor'), members.includes(''), `${kind}: it is one itself`);
  }
  assert.equal(hasTraits(undefined, 'oci'), false, 'foreign documents have no traits');
});
