// biome-ignore lint/suspicious/noExplicitAny: the manifest is JSON that VS Code reads.
type Json = any;

/** User-visible properties of a manifest. */
const shown: ReadonlySet<string> = new Set([
  'title',
  'shortTitle',
  'category',
  'name',
  'label',
  'displayName',
  'description',
  'userDescription',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'contents',
  'altText',
]);

/**
 * Not translated: identifiers, texts for models, and rule titles, which also appear in findings, on pages and on the
 * command line.
 */
const kept: readonly RegExp[] = [
  /^problemMatchers\b/,
  /^mcpServerDefinitionProviders\b/,
  /^languageModelTools\.\d+\.(?:name|modelDescription|inputSchema)\b/,
  /^configuration\.properties\.ociManifests\.rules\.properties\b/,
  /^(?:languages|grammars|jsonValidation|menus)\b/,
  /^configuration\.title$/,
];

/** A table of English texts and their translations. */
export type Translation = Readonly<Record<string, string>>;

export interface LocalizedManifest {
  /** With texts replaced by keys. */
  readonly manifest: Json;
  /** The English texts by key: `package.nls.json`. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Extracts the user-visible texts of a manifest. Equal texts share a key. */
export function localizedManifest(manifest: Json): LocalizedManifest {
  const keys = new Map<string, string>();
  const keyOf = (text: string, at: string): string => {
    const key = keys.get(text) ?? at;
    keys.set(text, key);
    return `%${key}%`;
  };
  const walk = (value: Json, at: string, isShown: boolean): Json => {
    if (kept.some((pattern) => pattern.test(at))) return value;
    if (typeof value === 'string') return isShown && /[A-Za-z]{2}/.test(value) ? keyOf(value, at) : value;
    if (Array.isArray(value)) return value.map((one, position) => walk(one, `${at}.${position}`, isShown));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, one]) => [
      name,
      walk(one, at === '' ? name : `${at}.${name}`, shown.has(name)),
    ]);
    return Object.fromEntries(entries);
  };
  const contributes = walk(manifest.contributes, '', false);
  const description = keyOf(manifest.description, 'description');
  const texts = Object.fromEntries([...keys].map(([text, key]) => [key, text]));
  return { manifest: { ...manifest, description, contributes }, texts };
}

/** The texts that the client's sources pass to `l10n.t`. */
export function clientTexts(source: string): readonly string[] {
  const calls = source.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g);
  return [...calls].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
}

/** The packed files by path: `package.nls.json`, and per language its own version and the client's texts. */
export function translationFiles(
  texts: LocalizedManifest['texts'],
  clientSources: readonly string[],
  languages: Readonly<Record<string, Translation>>,
): ReadonlyMap<string, string> {
  const files = new Map([['package.nls.json', texts]]);
  const own = [...new Set(clientSources.flatMap(clientTexts))].sort();
  for (const [language, table] of Object.entries(languages)) {
    const translated = Object.entries(texts).map(([key, text]) => [key, table[text] ?? text] as const);
    files.set(`package.nls.${language}.json`, Object.fromEntries(translated));
    const bundle = own.flatMap((text) => (table[text] === undefined ? [] : [[text, table[text]] as const]));
    files.set(`l10n/bundle.l10n.${language}.json`, Object.fromEntries(bundle));
  }
  return new Map([...files].map(([path, table]) => [path, JSON.stringify(table)]));
}
