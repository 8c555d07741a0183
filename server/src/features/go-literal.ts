import { readBase64 } from '../oci/base64.ts';
import type { LiteralParts } from './literal-parts.ts';

/** A descriptor as a `v1.Descriptor` of image-spec's specs-go package, in gofmt style. */
export function goLiteral(parts: LiteralParts): string {
  const { mediaType, digest, size, urls, annotations = [], data, platform, artifactType } = parts;
  const fields: Field[] = [
    ['MediaType', quoted(mediaType)],
    ['Digest', quoted(digest)],
    ['Size', size],
  ];
  if (urls !== undefined) fields.push(['URLs', list(urls)]);
  if (annotations.length > 0)
    fields.push([
      'Annotations',
      block(
        'map[string]string',
        annotations.map(([name, text]) => [quoted(name), quoted(text)]),
      ),
    ]);
  if (data !== undefined) fields.push(['Data', `[]byte(${quotedBytes(data)})`]);
  if (platform !== undefined) fields.push(['Platform', block('&v1.Platform', platformFields(platform))]);
  if (artifactType !== undefined) fields.push(['ArtifactType', quoted(artifactType)]);
  return block('v1.Descriptor', fields);
}

type Field = readonly [key: string, value: string];

/** JSON and Go names of the platform fields, in struct order. The list `OSFeatures` goes after `os.version`. */
const platformNames: readonly Field[] = [
  ['architecture', 'Architecture'],
  ['os', 'OS'],
  ['os.version', 'OSVersion'],
  ['os.features', 'OSFeatures'],
  ['variant', 'Variant'],
];

function platformFields({ texts, osFeatures }: NonNullable<LiteralParts['platform']>): readonly Field[] {
  const values = new Map(texts.map(([name, text]) => [name, quoted(text)]));
  if (osFeatures.length > 0) values.set('os.features', list(osFeatures));
  return platformNames.flatMap(([name, field]) => {
    const value = values.get(name);
    return value === undefined ? [] : [[field, value] as const];
  });
}

function list(items: readonly string[]): string {
  return `[]string{${items.map(quoted).join(', ')}}`;
}

/** A composite literal with one field per line. */
function block(type: string, fields: readonly Field[]): string {
  if (fields.length === 0) return `${type}{}`;
  const lines = sectionsOf(fields).flatMap((section) => {
    const width = Math.max(...section.map(([key]) => runesOf(key)));
    const isAligned = fields.length > 1 && section.every(([, value]) => !value.includes('\n'));
    return section.map(([key, value]) => `${key}:${' '.repeat(isAligned ? width - runesOf(key) : 0)} ${value},`);
  });
  return `${type}{\n${lines.map((line) => `\t${line.replaceAll('\n', '\n\t')}\n`).join('')}}`;
}

/** gofmt pads columns by code points. */
function runesOf(text: string): number {
  return [...text].length;
}

/** gofmt aligns consecutive single-line fields, unless a key has many more or fewer bytes than those before it. */
function sectionsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  const sections: Field[][] = [];
  let [before, logs, count] = [0, 0, 0];
  for (const field of fields) {
    const [key, value] = field;
    const size = value.includes('\n') ? 0 : utf8.encode(key).length;
    const isOwn = before === 0 || size === 0 || (count > 0 && areUnlike(before, size, Math.exp(logs / count)));
    if (isOwn) [logs, count] = [0, 0];
    if (isOwn) sections.push([field]);
    else sections.at(-1)?.push(field);
    if (size > 0) [logs, count] = [logs + Math.log(size), count + 1];
    before = size;
  }
  return sections;
}

const utf8 = new TextEncoder();

/** gofmt treats all keys up to this length as similar. */
const smallSize = 40;
const maxRatio = 2.5;

function areUnlike(before: number, size: number, mean: number): boolean {
  if (before <= smallSize && size <= smallSize) return false;
  const ratio = size / mean;
  return maxRatio * ratio <= 1 || maxRatio <= ratio;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** An interpreted string literal. Invisible and bidirectional characters are escaped. */
function quoted(text: string): string {
  const shown = text.toWellFormed().replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, (one) => escapes[one] ?? escaped(one));
  return `"${shown}"`;
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

function quotedBytes(base64: string): string {
  const { bytes } = readBase64(base64) as { bytes?: Uint8Array };
  if (bytes === undefined) return quoted(base64);
  try {
    return quoted(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return `"${[...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;
  }
}
