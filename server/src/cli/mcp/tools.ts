import { z } from 'zod';
import { nameableKinds } from '../../oci/kind.ts';
import { profileNames } from '../../rules/rule.ts';
import { ruleLevels } from '../../rules/support/settings.ts';
import { CliError } from '../cli-error.ts';
import { newThings } from '../new/options.ts';
import type { CapturedRun } from './captured-run.ts';
import { describe } from './describe.ts';
import type { Roots } from './roots.ts';

// Without this, zod would generate code at run time.
z.config({ jitless: true });

/** A tool: its parameters and its implementation. */
export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly description: string;
  readonly takes: Shape;
  /** Whether it can change files. */
  readonly writes: boolean;
  run(input: z.infer<z.ZodObject<Shape>>, context: ToolContext): Promise<Answer>;
}

/** The environment of a tool call. */
export interface ToolContext {
  readonly roots: Roots;
  /** Runs a command confined to the roots. */
  command(args: readonly string[], stdin?: string): Promise<CapturedRun>;
}

export interface Answer {
  readonly text: string;
  /** The tool failed. */
  readonly isError: boolean;
}

const path = (what: string) => z.string().min(1).describe(what);
const dryRun = z.boolean().default(true).describe('Only report the changes. Set to false to write them.');

/** An image, given by file or layout and a digest or tag in it. */
const imageReference = {
  path: path('A manifest file, a layout or an archive of one.'),
  reference: z.string().optional().describe('A digest or tag in the layout.'),
};

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

const create = tool({
  description:
    'Create a manifest, index or layout with correct digests and sizes. Without output or layout, or with dry_run, ' +
    'only the document is returned.',
  writes: true,
  takes: {
    thing: z.enum(newThings),
    artifact_type: z.string().optional(),
    files: z.array(path('A file of the artifact.')).default([]),
    layers: z.array(path('A tar archive, the base layer first.')).default([]),
    manifests: z
      .array(z.object({ ...imageReference, platform: z.string().optional() }))
      .default([])
      .describe('Entries of an index: a file, or a layout with a digest or tag.'),
    subject: z.object(imageReference).optional(),
    config: path('A config file.').optional(),
    platform: z.string().optional().describe('OS/ARCHITECTURE[/VARIANT]'),
    annotations: z.record(z.string(), z.string()).default({}),
    output: path('File to write the document to, outside a layout.').optional(),
    layout: path('A layout to add it to, or the new layout.').optional(),
    tag: z.string().optional(),
    force: z.boolean().default(false).describe('Overwrite files and move tags.'),
    dry_run: dryRun,
  },
  async run(input, { roots, command }) {
    const { thing, layout, output, force, dry_run } = input;
    const flags = [...(force ? ['--force'] : []), ...(dry_run ? ['--dry-run'] : [])];
    const target = layout === undefined ? undefined : roots.writable(layout);
    if (thing === 'layout') {
      if (target === undefined) throw new CliError('a new layout requires layout');
      return answerOf(await command(['new', 'layout', target, ...flags]));
    }
    const args = [
      ...option('--artifact-type', input.artifact_type),
      ...input.files.flatMap((file) => option('--file', plain(roots.existing(file)))),
      ...input.layers.flatMap((file) => option('--layer', plain(roots.existing(file)))),
      ...input.manifests.flatMap((one) =>
        option('--manifest', one.platform === undefined ? named(one, roots) : `${one.platform}=${named(one, roots)}`),
      ),
      ...option('--subject', input.subject && named(input.subject, roots)),
      ...option('--config', input.config && plain(roots.existing(input.config))),
      ...option('--platform', input.platform),
      ...Object.entries(input.annotations).flatMap(([key, value]) => option('--annotation', `${key}=${value}`)),
      ...option('--output', output && roots.writable(output)),
      ...option('--layout', target),
      ...option('--tag', input.tag),
      ...flags,
    ];
    return answerOf(await command(['new', thing, ...args]));
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
  new: create,
};

/** Erases the parameter type: input has been validated against it before `run` is called. */
function tool<Shape extends z.ZodRawShape>(one: Tool<Shape>): Tool {
  return one as unknown as Tool;
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`${name}=${value}`];
}

/** The command-line form of an image reference. */
function named({ path: given, reference }: { path: string; reference?: string | undefined }, roots: Roots): string {
  const file = roots.existing(given);
  if (reference === undefined) return plain(file);
  return `${plain(file)}${reference.includes(':') ? '@' : ':'}${reference}`;
}

/** Rejects paths that the command line would parse as something else. */
function plain(file: string): string {
  if (/[:@=]/.test(file))
    throw new CliError(`a path with ":", "@" or "=" cannot be given here: ${JSON.stringify(file)}`);
  return file;
}

/** Maximum length of a result, in characters. */
const maxText = 100_000;

/** The result of a command: standard output, then standard error. */
function answerOf({ stdout, stderr, status }: CapturedRun): Answer {
  const output = [stdout, stderr].filter((text) => text !== '').join('\n');
  const text =
    output.length > maxText ? `${output.slice(0, maxText)}\n… ${output.length - maxText} more characters` : output;
  return { text: text === '' ? 'Nothing to report.' : text, isError: status === 2 };
}
