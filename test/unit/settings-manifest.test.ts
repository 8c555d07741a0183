/** What `package.json` says of the settings is what the program reads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withSettings } from '../../scripts/generate/settings.ts';
import { defaultRuleSettings } from '../../server/src/rules/settings.ts';
import { readEditorSettings } from '../../server/src/service/settings.ts';

const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { properties } = JSON.parse(text).contributes.configuration;

test('the settings are made from the rules, profiles and kinds of today: npm run generate', () => {
  assert.equal(text, withSettings(text));
});

test('a rule that is gone from the list goes from the settings', () => {
  const stale = text.replace(
    '"properties": {\n            "json-syntax"',
    '"properties": {\n            "json-cynthia"',
  );
  assert.notEqual(stale, text);
  assert.equal(withSettings(stale), text);
});

test('the defaults are those of the program', () => {
  const defaults = Object.entries(properties as Record<string, { default: unknown }>).map(
    ([name, setting]) => [name.replace('ociManifests.', ''), setting.default] as const,
  );
  const sent = {
    ...Object.fromEntries(defaults),
    validate: { enable: properties['ociManifests.validate.enable'].default },
  };
  const { isEnabled, profile, levels, associations } = readEditorSettings(sent);
  assert.deepEqual(
    { isEnabled, profile, levels, associations },
    { isEnabled: true, ...defaultRuleSettings, associations: [] },
  );
});
