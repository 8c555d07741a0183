import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { indexOf } from '../bench/documents.ts';
import { texts } from '../typing.ts';

/** A workspace: a layout, and documents of all kinds next to it. */
export interface Workspace {
  readonly path: string;
  readonly uri: string;
  /** The documents to open, with their languages. */
  readonly documents: readonly { readonly uri: string; readonly text: string; readonly languageId: string }[];
}

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Writes it to a new folder. */
export function makeWorkspace(): Workspace {
  const path = mkdtempSync(join(tmpdir(), 'oci-manifests-life-'));
  cpSync(join(samples, 'image-layout'), join(path, 'image'), { recursive: true });
  const loose = Object.fromEntries(texts.map((text, number) => [`loose/document${number}.json`, text]));
  const written = {
    ...loose,
    'loose/large.json': indexOf(1500, 2),
    'loose/dense.json': indexOf(200),
    'notes.md': `# Notes\n\n${texts.map((text) => `\`\`\`json\n${text}\n\`\`\`\n`).join('\nAnd\n\n')}`,
    'oci-lint.config.json': '{ "extends": "recommended" }\n',
  };
  mkdirSync(join(path, 'loose'));
  for (const [name, text] of Object.entries(written)) writeFileSync(join(path, name), text);
  const blobs = readdirSync(join(path, 'image/blobs/sha256')).map((name) => `image/blobs/sha256/${name}`);
  const inLayout = ['image/index.json', 'image/oci-layout', ...blobs.filter((blob) => isJson(join(path, blob)))];
  const documents = [...Object.keys(written), ...inLayout].map((name) => ({
    uri: pathToFileURL(join(path, name)).href,
    text: readFileSync(join(path, name), 'utf8'),
    languageId: name.endsWith('.md') ? 'markdown' : 'json',
  }));
  return { path, uri: pathToFileURL(path).href, documents };
}

function isJson(file: string): boolean {
  return readFileSync(file, 'latin1').startsWith('{');
}
