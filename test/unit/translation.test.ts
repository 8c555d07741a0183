/** The translations of the extension are complete, have no leftovers, and keep the meaning. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extensionManifestOf } from '../../scripts/generate/settings.ts';
import {
  clientTexts,
  localizedManifest,
  type Translation,
  translationFiles,
} from '../../scripts/generate/translation.ts';
import { filesBelow, proseOfSource, read, root } from './prose.ts';

const packed = extensionManifestOf(JSON.parse(read('package.json')));
const { manifest, texts } = localizedManifest(packed);
const sources = filesBelow('client/src', '.ts');
const ofClient = sources.flatMap((path) => clientTexts(read(path)));
const known = new Set([...Object.values(texts), ...ofClient]);
const languages: Readonly<Record<string, Translation>> = { de: JSON.parse(read('client/l10n/de.json')) };

/** What must be equal in every language: placeholders, command links, icons and code. */
function fixedPartsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\d+\}|\]\([^)]*\)|\$\([\w-]+\)|`[^`]*`|\n/g)].map(([part]) => part).sort();
}

for (const [language, table] of Object.entries(languages)) {
  test(`${language}: has every text and no unused ones`, () => {
    assert.deepEqual(
      [...known].filter((text) => table[text] === undefined),
      [],
      'missing',
    );
    assert.deepEqual(
      Object.keys(table).filter((text) => !known.has(text)),
      [],
      'left over',
    );
  });

  test(`${language}: keeps placeholders, links, icons and code`, () => {
    for (const [text, translated] of Object.entries(table)) {
      assert.deepEqual(fixedPartsOf(translated), fixedPartsOf(text), text);
      assert.equal(/[.…:?]$/.exec(translated.trim())?.[0], /[.…:?]$/.exec(text.trim())?.[0], text);
      assert.ok(translated.length < 2 * text.length + 30, text);
    }
  });

  test(`${language}: has every page of the walkthrough with the same images and code`, () => {
    for (const page of filesBelow('docs/walkthrough', '.md').filter((path) => !path.includes('.nls.'))) {
      const path = page.replace('.md', `.nls.${language}.md`);
      assert.ok(existsSync(join(root, path)), path);
      const partsOf = (text: string) =>
        [...text.matchAll(/^!\[[^\]]+\](\([^)]+\))|^```(?:.*\n)*?^```$/gm)].map(([whole, picture]) => picture ?? whole);
      assert.deepEqual(partsOf(read(path)), partsOf(read(page)), path);
    }
  });
}

test('the extension manifest has a defined key for each text', () => {
  const keys = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key ?? '');
  assert.ok(keys.length > 90, `${keys.length} texts`);
  assert.deepEqual([...new Set(keys)].toSorted(), Object.keys(texts).toSorted());
  const back = JSON.parse(JSON.stringify(manifest), (_, value) => {
    const key = typeof value === 'string' ? /^%([^%]+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : texts[key];
  });
  assert.deepEqual(back, JSON.parse(JSON.stringify(packed)));
});

test('commands, settings, tasks, views and steps have translatable titles', () => {
  const { commands, configuration, views, walkthroughs, taskDefinitions, languageModelTools } = manifest.contributes;
  const settings = Object.values<{ markdownDescription?: string; description?: string }>(configuration.properties);
  const shown = [
    ...commands.flatMap(({ title, category }: { title: string; category: string }) => [title, category]),
    ...settings.map(({ markdownDescription, description }) => markdownDescription ?? description),
    ...Object.values<{ name: string }[]>(views).flatMap((some) => some.map(({ name }) => name)),
    ...walkthroughs.flatMap(({ title, steps }: { title: string; steps: { title: string }[] }) => [
      title,
      ...steps.map((step) => step.title),
    ]),
    taskDefinitions[0].properties.command.description,
    ...languageModelTools.map(({ displayName }: { displayName: string }) => displayName),
    manifest.description,
  ];
  for (const text of shown) assert.match(text ?? '', /^%[^%]+%$/);
});

test('all client texts are translatable', () => {
  const isShown = ({ text }: { text: string }) => !/^(?:img-src|<)|too large to be read through the editor/.test(text);
  const untold = sources
    .flatMap(proseOfSource)
    .filter((one) => isShown(one) && !ofClient.includes(one.text.replace(/\\(.)/g, '$1')));
  assert.deepEqual(
    untold.map(({ where, text }) => `${where}: ${text}`),
    [],
  );
});

test('the package includes the translations', () => {
  const files = translationFiles(texts, sources.map(read), languages);
  assert.deepEqual([...files.keys()].sort(), ['l10n/bundle.l10n.de.json', 'package.nls.de.json', 'package.nls.json']);
  const german = JSON.parse(files.get('package.nls.de.json') ?? '');
  assert.deepEqual(Object.keys(german), Object.keys(texts));
  const bundle = JSON.parse(files.get('l10n/bundle.l10n.de.json') ?? '');
  assert.deepEqual(Object.keys(bundle).toSorted(), [...new Set(ofClient)].toSorted());
  assert.equal(packed.l10n, './l10n');
});
