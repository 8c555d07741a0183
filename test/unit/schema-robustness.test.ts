/** Hostile input for the validators, and what they must never contain. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileValidators } from '../../scripts/generate/validators.ts';
import { kinds } from '../../server/src/oci/kind.ts';
import { messageOf, missingMessageOf } from '../../server/src/rules/support/schema-message.ts';
import { validate, valueAt } from '../../server/src/schema/validate.ts';

describe('the generated validators', () => {
  const generated = readFileSync(new URL('../../server/src/schema/generated/validators.js', import.meta.url), 'utf8');

  it('are up to date with the schemas', async () => {
    assert.equal(generated, await compileValidators(), 'run npm run generate');
  });

  it('generate no code from strings and load no modules', () => {
    assert.doesNotMatch(generated, /\beval\b|\bFunction\b|\brequire\(|\bimport\b/);
  });

  it('stay small', () => {
    assert.ok(generated.length < 70_000, `${generated.length} bytes`);
  });
});

describe('validate', () => {
  const megabytes = 10_000_000;

  it('stops after a thousand mistakes', () => {
    const hostile = {
      numbers: { schemaVersion: 2, manifests: Array(1_000_000).fill(0) },
      objects: { schemaVersion: 2, manifests: Array.from({ length: 100_000 }, () => ({})) },
      annotations: {
        schemaVersion: 2,
        manifests: [],
        annotations: Object.fromEntries(Array(100_000).fill(0).entries()),
      },
    };
    for (const [name, value] of Object.entries(hostile)) {
      const { length } = validate('index', value);
      assert.ok(length >= 1000 && length < 1100, `${name}: ${length}`);
    }
  });

  it('checks strings of ten megabytes in every property with a pattern', () => {
    const fillings = ['a', 'a.', 'a+', 'a/', '%', '@', ':', '0', 'QUJD', '=', 'a?#'];
    for (const filling of fillings) {
      const long = filling.repeat(megabytes / filling.length);
      for (const text of [long, `sha256:${long}`, `x:${long}!`, `http://${long}`]) {
        const descriptor = { mediaType: text, digest: text, size: 0, artifactType: text, urls: [text], data: text };
        assert.ok(validate('descriptor', descriptor).length > 0, "validate('descriptor', descriptor).length > 0");
        assert.ok(
          validate('config', { created: text, config: { Env: [text] } }).length > 0,
          "validate('config', { created: text, config: { Env: [text] } }).length > 0",
        );
      }
    }
  });

  it('considers own properties only, whatever their names', () => {
    const value = JSON.parse('{"annotations":{"__proto__":1,"constructor":2},"__proto__":{"digest":"x"}}');
    const errors = validate('descriptor', value).map(({ pointer, params }) => params.missingProperty ?? pointer);
    assert.deepEqual(errors, ['mediaType', 'digest', 'size', '/annotations/__proto__', '/annotations/constructor']);
  });

  it('leaves invalid JSON values to the parser', () => {
    const broken = { mediaType: 'a/b', digest: undefined, size: 1, urls: [undefined] };
    assert.deepEqual(validate('descriptor', broken), []);
  });

  it('has a message for every error of any value', () => {
    const names = fc.constantFrom(
      'mediaType',
      'digest',
      'size',
      'manifests',
      'config',
      'layers',
      'rootfs',
      'history',
      'annotations',
      '`',
    );
    const { value } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(2, null, '2', 'true', Number.POSITIVE_INFINITY)),
      value: fc.oneof({ maxDepth: 5 }, tie('leaf'), fc.array(tie('value')), fc.dictionary(names, tie('value'))),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), value, (kind, document) => {
        for (const error of validate(kind, document)) {
          const names = [String(error.params.missingProperty)];
          const message =
            error.keyword === 'required'
              ? missingMessageOf(error, names)
              : messageOf(error, valueAt(document, error.pointer));
          assert.match(
            message.text,
            /^(?:`|This |Entry |Annotation |Label |Invalid |The empty config |[A-Z][^`]* requires `).*\.$/s,
          );
          assert.doesNotMatch(message.text, /(?:be |no `)undefined/);
        }
      }),
    );
  });
});
