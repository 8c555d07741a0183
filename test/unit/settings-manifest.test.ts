/** The settings in the extension's manifest match what the program reads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { extensionManifestOf } from '../../scripts/generate/settings.ts';
import { contentRules, documentRules } from '../../server/src/rules/index.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { tools } from '../../server/src/tools/run-tool.ts';
import { readEditorSettings } from '../../server/src/workspace/settings.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const { properties } = extensionManifestOf(manifest).contributes.configuration;

test('there is a setting for every rule and nothing else', () => {
  assert.deepEqual(
    Object.keys(properties['ociManifests.rules'].properties).toSorted(),
    [...documentRules, ...contentRules].map(({ meta }) => meta.id).toSorted(),
  );
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

test('every tool is contributed with its description for models, and the walkthrough uses contributed commands only', () => {
  const { languageModelTools, commands, walkthroughs } = extensionManifestOf(manifest).contributes;
  assert.deepEqual(
    languageModelTools.map(({ name }: { name: string }) => name),
    Object.keys(tools).map((name) => `ociManifests_${name}`),
  );
  for (const { name, modelDescription, inputSchema, toolReferenceName } of languageModelTools) {
    assert.ok(modelDescription.length > 30, name);
    assert.equal(inputSchema.type, 'object', name);
    assert.match(toolReferenceName, /^oci-[a-z-]+$/, name);
  }
  const known = new Set(commands.map(({ command }: { command: string }) => command));
  const named = [...JSON.stringify(walkthroughs).matchAll(/command:(ociManifests\.\w+)/g)].map(
    ([, name]) => name ?? '',
  );
  assert.ok(named.length > 3, named.join());
  for (const name of named) assert.ok(known.has(name), name);
});

/** The tokens of VS Code's when clauses. It shows an item everywhere if it cannot parse the clause. */
const whenToken =
  /\s*(?:&&|\|\||==|!=|=~|[<>]=?|not in\b|in\b|[!()]|'[^']*'|\/(?:\\.|[^\\/[]|\[(?:\\.|[^\]\\])*\])+\/[a-z]*(?=$|[\s)])|[\w.:-]+)/y;

test('VS Code can read every when clause', () => {
  const clauses = [...JSON.stringify(extensionManifestOf(manifest)).matchAll(/"when":("(?:[^"\\]|\\.)*")/g)];
  assert.ok(clauses.length > 50, 'menus have when clauses');
  for (const [, json = ''] of clauses) {
    const clause: string = JSON.parse(json);
    whenToken.lastIndex = 0;
    let end = 0;
    while (whenToken.test(clause)) end = whenToken.lastIndex;
    assert.equal(clause.slice(end), '', clause);
  }
});
