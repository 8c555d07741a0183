import type { LiteralParts } from './literal-parts.ts';

/** A descriptor as a builder call of the oci-spec crate, in rustfmt style. */
export function rustLiteral(parts: LiteralParts): string {
  const { mediaType, digest, size, urls, annotations = [], data, platform, artifactType } = parts;
  const calls = [
    `.media_type(${quoted(mediaType)})`,
    `.digest(\n${indented(quoted(digest))}\n${indented('.parse::<Digest>()?,', 2)}\n)`,
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
  const pairs = annotations.map(([name, text]) => `${group('(', [owned(name), owned(text)], ')')},`);
  return `.annotations(HashMap::from([\n${pairs.map((pair) => indented(pair)).join('\n')}\n]))`;
}

/** JSON names of the platform fields and the corresponding builder methods. */
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
  const short = ['PlatformBuilder::default()', ...calls, '.build()?'].join('');
  if (short.length <= width) return `.platform(${short})`;
  const lines = [...calls, '.build()?,'].map((call) => indented(call, 2));
  return `.platform(\n${indented('PlatformBuilder::default()')}\n${lines.join('\n')}\n)`;
}

function list(items: readonly string[]): string {
  return group('vec![', items.map(owned), ']');
}

/** Longer groups are split into lines. */
const width = 60;

function group(before: string, items: readonly string[], after: string): string {
  const line = items.join(', ');
  if (line.length <= width) return `${before}${line}${after}`;
  return `${before}\n${items.map((item) => `${indented(item)},\n`).join('')}${after}`;
}

function owned(text: string): string {
  return `${quoted(text)}.to_string()`;
}

function indented(text: string, times = 1): string {
  const by = '    '.repeat(times);
  return `${by}${text.replaceAll('\n', `\n${by}`)}`;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal. Invisible and bidirectional characters are escaped. */
function quoted(text: string): string {
  const shown = text
    .toWellFormed()
    .replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, (one) => escapes[one] ?? `\\u{${one.codePointAt(0)?.toString(16)}}`);
  return `"${shown}"`;
}
