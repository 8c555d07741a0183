import { z } from 'zod';
import { nameableKinds } from '../../oci/kind.ts';
import { profileNames } from '../../rules/rule.ts';
import { ruleLevels } from '../../rules/support/settings.ts';
import { CliError } from '../cli-error.ts';
import { describe } from './describe.ts';
import { newTool } from './new-tool.ts';
import { answerOf, dryRun, imageReference, named, path, type Tool, tool } from './tool.ts';

const lint = tool({
  description:
    'Check OCI image indexes, manifests, configs, descriptors and layouts: files, folders, or a document given as text. ' +
    'One line per finding, with the remedy.',
  writes: false,
  takes: {
    paths: z.array(path('A file, folder, layout or archive of one.')).optional(),
    text: z.string().optional().describe('A document, instead of paths.'),
    kind: z
      .enum(nameableKinds as [string, ...string[]])
      .optional()
      .describe('Kind of the text or files (default: detected).'),
    verify: z.boolean().default(false).describe('Also read the blobs: digest, size, type and DiffIDs.'),
    profile: z.enum(profileNames).optional(),
    rules: z
      .record(z.string(), z.enum(ruleLevels as ['error', ...string[]]))
      .optional()
      .describe('Levels by rule.'),
    format: z.enum(['agent', 'json']).default('agent').describe('json: with ranges, and fixes as edits.'),
  },
  async run({ paths, text, kind, verify, profile, rules = {}, format }, { roots, command }) {
    if ((paths === undefined) === (text === undefined)) throw new CliError('give either paths or text');
    const args = [
      `--format=${format}`,
      ...(verify ? ['--verify'] : []),
      ...(kind === undefined ? [] : [`--kind=${kind}`]),
      ...(profile === undefined ? [] : [`--profile=${profile}`]),
      ...Object.entries(rules).map(([id, level]) => `--rule=${id}=${level}`),
      '--',
      ...(paths?.map(roots.existing) ?? ['-']),
    ];
    return answerOf(await command(args, text));
  },
});

const explainRule = tool({
  description: 'The documentation of a lint rule: what is wrong, why it matters, how to fix it.',
  writes: false,
  takes: { rule: z.string().describe('For example digest-form.') },
  run: async ({ rule }, { command }) => answerOf(await command(['explain', rule])),
});

const describeTool = tool({
  description:
    'The sha256 digest, size and kind of a file, the references to it in its layout, and the text of a document. ' +
    'Use it whenever a digest or size is needed.',
  writes: false,
  takes: {
    path: path('A file, or a layout together with reference.'),
    reference: z.string().optional().describe('A digest or tag in the layout.'),
  },
  run: async (input, { roots }) => ({ text: await describe(input.path, input.reference, roots), isError: false }),
});

const tree = tool({
  description: 'The tags, manifests by platform, configs, layers and referrers of a layout, archive or document.',
  writes: false,
  takes: {
    path: path('A layout, an archive of one, or a document.'),
    verify: z.boolean().default(false).describe('Also read the blobs.'),
    format: z.enum(['text', 'json']).default('text'),
  },
  async run({ path: given, verify, format }, { roots, command }) {
    const flags = [`--format=${format}`, ...(verify ? ['--verify'] : [])];
    return answerOf(await command(['tree', ...flags, '--', roots.existing(given)]));
  },
});

const graph = tool({
  description:
    'The reference graph of a layout, archive or document: mermaid for display, json with the nodes, edges and ' +
    'problems.',
  writes: false,
  takes: {
    path: path('A layout, an archive of one, or a document.'),
    verify: z.boolean().default(false).describe('Also read the blobs.'),
    format: z.enum(['mermaid', 'json', 'dot']).default('mermaid'),
  },
  async run({ path: given, verify, format }, { roots, command }) {
    const flags = [`--format=${format}`, ...(verify ? ['--verify'] : [])];
    return answerOf(await command(['graph', ...flags, '--', roots.existing(given)]));
  },
});

const diff = tool({
  description: 'Why two images, layouts, documents or layers differ: by platform, config, layer and file.',
  writes: false,
  takes: {
    a: z.object(imageReference),
    b: z.object(imageReference),
    semantic: z
      .boolean()
      .default(false)
      .describe('Ignore what a rebuild of the same sources changes, such as timestamps.'),
    format: z.enum(['text', 'json']).default('text'),
  },
  async run({ a, b, semantic, format }, { roots, command }) {
    const flags = [`--format=${format}`, ...(semantic ? ['--semantic'] : [])];
    return answerOf(await command(['diff', ...flags, '--', named(a, roots), named(b, roots)]));
  },
});

const fix = tool({
  description: 'Apply the safe fixes to documents, blobs excepted. Reports the changes as a diff, and what is left.',
  writes: true,
  takes: { paths: z.array(path('A file or folder.')).min(1), dry_run: dryRun },
  async run({ paths, dry_run }, { roots, command }) {
    const args = [dry_run ? '--fix-dry-run' : '--fix', '--format=agent', '--', ...paths.map(roots.existing)];
    return answerOf(await command(args));
  },
});

const rehash = tool({
  description:
    'After blobs of a layout were edited: rename them to their new digests and update every reference to them.',
  writes: true,
  takes: {
    layout: path('An OCI layout folder.'),
    restore: z.boolean().default(false).describe('Restore reformatted blobs to their original bytes instead.'),
    dry_run: dryRun,
  },
  async run({ layout, restore, dry_run }, { roots, command }) {
    const flags = [...(dry_run ? ['--dry-run'] : []), ...(restore ? ['--restore'] : [])];
    return answerOf(await command(['rehash', roots.existing(layout), ...flags]));
  },
});

/** Tools by name. */
export const tools: Readonly<Record<string, Tool>> = {
  lint,
  explain_rule: explainRule,
  describe: describeTool,
  tree,
  graph,
  diff,
  fix,
  rehash,
  new: newTool,
};
