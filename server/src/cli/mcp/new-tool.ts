import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { newThings } from '../new/options.ts';
import { answerOf, dryRun, imageReference, named, option, path, plain, tool } from './tool.ts';

/** Creates documents: `oci-lint new`. */
export const newTool = tool({
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
