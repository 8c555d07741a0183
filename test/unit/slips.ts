import type { Kind } from '../../server/src/oci/kind.ts';
import { sound } from './mutants.ts';

/** A typical mistake: for every matching property, another JSON value or another name. */
export interface Slip {
  /** The property's name; undefined matches any. */
  readonly at: RegExp;
  readonly value?: (json: string) => string;
  readonly name?: (name: string) => string;
}

const put = (at: RegExp, ...values: readonly string[]): readonly Slip[] =>
  values.map((value) => ({ at, value: () => value }));
const change = (at: RegExp, value: (json: string) => string): Slip => ({ at, value });
const rename = (at: RegExp, name: (name: string) => string): Slip => ({ at, name });

const any = /^/;
const type = (name: string): string => `"application/vnd.${name}+json"`;

/** The mistakes, most of which a rule fixes. */
export const slips: readonly Slip[] = [
  ...put(any, 'null', '""', '{}', '[]', '7', 'true'),
  change(any, (json) => JSON.stringify(json)),
  change(any, (json) => `[${json}]`),
  change(any, (json) => `${json}, // once`),
  change(any, (json) => json.replace(/\w$/, '')),
  change(/^(?:layers|manifests|diff_ids|Env|Cmd|Entrypoint|urls)$/, (json) => json.slice(1, -1)),
  change(any, (json) => json.replace(/([}\]])$/, ',$1')),
  rename(any, (name) => name.toUpperCase()),
  rename(any, (name) => `${name.slice(0, 2)}${name.slice(3)}`),
  rename(any, (name) => name.replace(/^./, (first) => `\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}`)),
  change(/^digest$/, (json) => json.toUpperCase().replace('SHA256', 'sha256')),
  change(/^digest$/, (json) => json.toUpperCase()),
  change(/^digest$/, (json) => json.replace('sha256:', '')),
  change(/^size$/, (json) => `"${json}"`),
  change(/^size$/, (json) => `${json}, "size": ${json}`),
  ...put(/^size$/, '1e3', '12.0', '-0', '-1', '0', '9007199254740993', '"12 kB"'),
  ...put(/^data$/, '"{}"', '"e30"', '"e30=\\n"', '"e3-_"', '"aGVsbG8="'),
  ...put(/^schemaVersion$/, '"2"', '1', '2.0'),
  ...put(/^imageLayoutVersion$/, '1', '"1.1.0"'),
  ...put(/^mediaType$|^artifactType$/, type('oci.image.manifest.v1'), type('oci.image.index.v1'), type('oci.empty.v1')),
  ...put(/^mediaType$|^artifactType$/, type('oci.image.manifest.v2'), type('docker.distribution.manifest.v2')),
  ...put(/^mediaType$/, '"application/vnd.docker.image.rootfs.diff.tar.gzip"', '"Application/JSON; charset=utf-8"'),
  ...put(/^mediaType$/, '"application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"'),
  ...put(/^architecture$/, '"x86_64"', '"aarch64"', '"AMD64"', '"amd46"', '"linux"', '"armv7"', '"arm"'),
  ...put(/^os$/, '"Linux"', '"macos"', '"amd64"', '"Windows"', '"linus"'),
  ...put(/^variant$/, '"7"', '"V8"', '"v8"', '"armv7"'),
  ...put(/^os\.version$/, '"ltsc2022"', '"2022"', '"20348"'),
  ...put(/^os\.features$/, '["Win32k"]', '"win32k"'),
  change(/^os\.features$/, () => '["win32k", "win32k"]'),
  rename(/^os\.features$/, () => 'features'),
  ...put(/created$/, '"2026-01-31 08:30:00Z"', '"2026-01-31"', '"2026-01-31T08:30:00"', '"yesterday"', '"1769848200"'),
  ...put(/licenses$/, '"Apache 2.0"', '"apache-2.0"', '"MIT or Apache-2.0"', '"GPL"', '"MIT/Apache-2.0"'),
  rename(/licenses$/, () => 'org.opencontainers.image.license'),
  rename(/licenses$/, () => 'org.opencontainers.image.url'),
  {
    at: /^com\.example\.a$/,
    name: () => 'org.opencontainers.image.base.digest',
    value: () => JSON.stringify(`sha256:${'AB'.repeat(32)}`),
  },
  { at: /^WorkingDir$/, name: () => 'ArgsEscaped', value: () => 'false' },
  rename(/^com\.example\.a$/, () => 'org.label-schema.name'),
  rename(/^com\.example\.a$/, () => 'org.opencontainers.image.craeted'),
  ...put(/^(?:Cmd|Entrypoint)$/, '"serve now"'),
  ...put(/^Env$/, '{ "A": "b", "C": 3 }', '["A"]', '["=b"]'),
  ...put(/^ExposedPorts$/, '["8080", "9090/tcp"]', '{ "8080/TCP": {} }', '{ "80": {} }', '[]'),
  ...put(/^Volumes$/, '["/data", "/logs"]', '[]'),
  ...put(/^StopSignal$/, '"sigterm"', '"TERM"', '15', '"15"', '"SIGTREM"'),
  ...put(/^(?:diff_ids)$/, '"sha256:abc"', '[3]'),
  rename(/^diff_ids$/, () => 'diffIds'),
  rename(/^mediaType$/, () => 'comment'),
  rename(/^config$/, () => 'Config'),
];

/** A location in a valid document where a mistake applies. */
export interface Place {
  readonly kind: Kind;
  readonly slip: Slip;
  /** The index among the matching properties. */
  readonly member: number;
}

/** Every mistake at every matching property, one at a time. */
export const places: readonly Place[] = Object.entries(sound).flatMap(([kind, document]) =>
  slips.flatMap((slip) =>
    Array.from({ length: countFitting(document, slip) }, (_, member) => ({ kind: kind as Kind, slip, member })),
  ),
);

function countFitting(document: object, { at }: Slip): number {
  let count = 0;
  JSON.stringify(document, (name, value) => {
    if (at.test(name) && name !== '' && !/^\d+$/.test(name)) count++;
    return value;
  });
  return count;
}

/** The text of a valid document with mistakes, indented as given. */
export function writtenWith(kind: Kind, made: readonly Place[], indent: number): string {
  const counts = made.map(() => 0);
  const write = (value: unknown, depth: number): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const isArray = Array.isArray(value);
    const [open, close] = isArray ? '[]' : '{}';
    const entries = isArray
      ? value.map((item) => write(item, depth + 1))
      : Object.entries(value).map(([name, item]) => writeMember(name, item, depth + 1));
    if (entries.length === 0) return `${open}${close}`;
    const line = (level: number): string => (indent === 0 ? '' : `\n${' '.repeat(indent * level)}`);
    return `${open}${entries.map((entry) => line(depth + 1) + entry).join(',')}${line(depth)}${close}`;
  };
  const writeMember = (name: string, value: unknown, depth: number): string => {
    let [key, json] = [name, write(value, depth)];
    made.forEach(({ slip, member }, position) => {
      if (!slip.at.test(name) || counts[position]!++ !== member) return;
      json = slip.value?.(json) ?? json;
      key = slip.name?.(key) ?? key;
    });
    return `"${key}":${indent === 0 ? '' : ' '}${json}`;
  };
  return write(sound[kind], 0);
}
