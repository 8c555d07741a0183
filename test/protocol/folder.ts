import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';

/** A folder on disk that is removed after the test. */
export interface TestFolder {
  readonly path: string;
  /** The `file:` URI of a path in it. */
  uri(path: string): string;
  write(path: string, content: string | Uint8Array): void;
}

/** Creates a folder with these files. */
export function testFolder(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'oci-manifests-protocol-'));
  context.after(() => rmSync(path, { recursive: true }));
  const folder: TestFolder = {
    path,
    uri: (name) => pathToFileURL(join(path, name)).toString(),
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
