import type { LiteralParts } from './literal-parts.ts';

/** A descriptor as it is built with the crate oci-spec, as rustfmt formats it. */
export function rustLiteral(parts: LiteralParts): string {
  const { mediaType, digest, size, urls, annotations = [], data, platform, artifactType } = parts;
  const calls = [
    `.media_type(${quoted(mediaType)})`,
    `.digest(${quoted(digest)}.parse::<Digest>()?)`,
    `.size(${size}_u64)`,
    ...(urls === undefined ? [] : [`.urls(${list(urls)})`]),
    ...(annotations.length === 0 ? [] : [annotationsCall(annotations)]),
    ...(platform === undefined ? [] : [platformCall(platform)]),
    ...(artifactType === undefined ? [] : [`.artifact_type(${quoted(artifactType)})`]),
    ...(data === undefined ? [] : [`.data(${quoted(data)})`]),
    '.build()?',
  ];
  return `DescriptorBuilder::default()\n${calls.map((call) => indented(call)).join('\n')}`;
}

function annotationsCall(annotations: NonNullable<LiteralParts['annotations']>): string {
  const pairs = annotations.map(([name, text]) => `(${owned(name)}, ${owned(text)}),`);
  return `.annotations(HashMap::from([\n${pairs.map((pair) => indented(pair)).join('\n')}\n]))`;
}

/** JSON's names of a platform's fields, and the builder's. */
const platformNames: readonly (readonly [name: string, call: string])[] = [
  ['architecture', 'architecture'],
  ['os', 'os'],
  ['os.version', 'os_version'],
  ['os.features', 'os_features'],
  ['variant', 'variant'],
];

function platformCall({ texts, osFeatures }: NonNullable<LiteralParts['platform']>): string {
  const values = new Map(texts.map(([name, text]) => [name, quoted(text)]));
  if (osFeatures.length > 0) values.set('os.features', list(osFeatures));
  const calls = platformNames.flatMap(([name, call]) => {
    const value = values.get(name);
    return value === undefined ? [] : [`.${call}(${value})`];
  });
  const lines = [...calls, '.build()?,'].map((call) => indented(call, 2));
  return `.platform(\n${indented('PlatformBuilder::default()')}\n${lines.join('\n')}\n)`;
}

function list(items: readonly string[]): string {
  return `vec![${items.map(owned).join(', ')}]`;
}

function owned(text: string): string {
  return `${quoted(text)}.to_string()`;
}

function indented(text: string, times = 1): string {
  const by = '    '.repeat(times);
  return `${by}${text.replaceAll('\n', `\n${by}`)}`;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal; what is not seen, or turns the direction of what follows, is escaped. */
function quoted(text: string): string {
  const shown = text
    .toWellFormed()
    .replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, (one) => escapes[one] ?? `\\u{${one.codePointAt(0)?.toString(16)}}`);
  return `"${shown}"`;
}
