import { mkdir, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { tools } from '../../server/src/cli/mcp/tools.ts';

/** Descriptions of a tool for its callers. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

/** In an editor, these only report. */
const reporting: Readonly<Record<string, string>> = {
  fix: 'What the safe fixes would change in documents, blobs excepted: a diff, and the findings that are left. Writes nothing.',
  rehash:
    'After blobs of a layout were edited: which blobs would be renamed and which references updated. Writes nothing: people ' +
    'apply it with "OCI: Update Digests and Sizes Through the Layout".',
  new: 'A new manifest, index or layout with correct digests and sizes, and which files to write for it. Writes nothing.',
};

/** Features that only the command line has. */
const left: Readonly<Record<string, readonly string[]>> = {
  fix: ['dry_run'],
  rehash: ['dry_run', 'restore'],
  new: ['dry_run', 'force', 'output', 'layers', 'platform', 'annotations'],
};

/** The tools of `oci-lint mcp` as far as they work in the language server. */
export function toolDefinitions(): readonly ToolDefinition[] {
  return Object.entries(tools).map(([name, { description, takes }]) => {
    const { $schema: _, ...schema } = z.toJSONSchema(z.object(takes), { io: 'input' });
    const properties = Object.entries(schema.properties ?? {}).filter(([key]) => !left[name]?.includes(key));
    const inputSchema = { ...schema, properties: Object.fromEntries(properties), additionalProperties: false };
    return JSON.parse(
      withoutArchives({ name, description: reporting[name] ?? description, inputSchema }),
      withoutImages,
    );
  });
}

/** Only the command line reads archives. */
const archives: readonly (readonly [string, string])[] = [
  ['A file, folder, layout or archive of one.', 'A file, folder or layout.'],
  ['A layout, an archive of one, or a document.', 'A layout or a document.'],
  ['A manifest file, a layout or an archive of one.', 'A manifest file or a layout.'],
  ['a layout, archive or document', 'a layout or document'],
];

function withoutArchives(definition: ToolDefinition): string {
  return archives.reduce((text, [before, after]) => text.replaceAll(before, after), JSON.stringify(definition));
}

function withoutImages(name: string, value: unknown): unknown {
  if (name === 'enum' && Array.isArray(value) && value.includes('package'))
    return value.filter((one) => one !== 'image');
  return name === 'platform' ? undefined : value;
}

/** Writes `tools/generated/definitions.json`, which is part of the language server. */
export async function generateTools(): Promise<void> {
  const folder = new URL('../../server/src/tools/generated/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('definitions.json', folder), `${JSON.stringify(toolDefinitions(), undefined, 1)}\n`);
}
