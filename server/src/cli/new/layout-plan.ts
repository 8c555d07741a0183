import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isLayout } from '../../content/layout/layout.ts';
import { below } from '../../content/uris.ts';
import type { PlannedLayout } from '../../create/check-draft.ts';
import { newLayout } from '../../create/new-layout.ts';
import { layoutIndexOf, planInLayout } from '../../create/plan-in-layout.ts';
import { isDraftName } from '../../node/drafts.ts';
import { diskFilesNow } from '../../node/files-now.ts';
import { lockName } from '../../node/layout-lock.ts';
import { CliError, reasonOf } from '../cli-error.ts';
import { readBytes, toUri } from '../source.ts';
import type { Draft, NewContext } from './draft.ts';
import { holdersOf } from './named-manifest.ts';

/** The tag has been moved since the draft that adds to its index was started. The draft must be created again. */
export class TagMoved extends CliError {
  constructor() {
    super('nothing was written: another program keeps moving the tag');
  }
}

/** The planned changes to a layout. */
export interface LayoutPlan extends PlannedLayout {
  /** As written by the user. */
  readonly name: string;
  readonly path: string;
  /** The new `index.json`, given its current bytes; undefined if unchanged. Throws a CliError. */
  listedIn(before: Uint8Array | undefined): string | undefined;
}

/** Plans to add a draft to a new or existing layout. Throws a CliError if not possible; see also `TagMoved`. */
export async function layoutPlan(draft: Draft, name: string, context: NewContext): Promise<LayoutPlan> {
  const { options, shell } = context;
  const path = resolve(shell.cwd, name);
  const isNew = !(await isLayout(diskFilesNow, toUri(path)));
  if (isNew && !isFree(path, name)) {
    throw new CliError(`${name} is neither an OCI layout nor empty`);
  }
  const { tag, force } = options;
  const plan = planInLayout(draft, { tag, movesTag: force || draft.isAddition === true });
  const listedIn = (before: Uint8Array | undefined): string | undefined => {
    const index = layoutIndexOf(below(toUri(path), 'index.json'), before);
    if (draft.tagHolders !== undefined && holdersOf(tag ?? '', index.document) !== draft.tagHolders)
      throw new TagMoved();
    const listed = plan.listedIn(index);
    if ('problem' in listed) throw new CliError(problems[listed.problem](name, tag));
    return listed.text;
  };
  const text = listedIn(isNew ? undefined : readBytes(resolve(path, 'index.json'), shell.cwd));
  return {
    name,
    path,
    root: toUri(path),
    blobs: plan.blobs,
    own: plan.own,
    files: {
      ...(isNew ? { 'oci-layout': newLayout['oci-layout'] } : {}),
      ...(text === undefined ? {} : { 'index.json': text }),
    },
    listedIn,
  };
}

/**
 * Whether a layout can be created at a path: it does not exist, is an empty folder, or only has remains of an
 * interrupted run. Throws a CliError if it is not a folder.
 */
export function isFree(path: string, shown: string): boolean {
  try {
    return !existsSync(path) || readdirSync(path).every((name) => isLeftover(path, name));
  } catch (error) {
    throw new CliError(`could not write ${shown}: ${reasonOf(error)}`);
  }
}

/** The marker is written first and the index last, so a layout without an index was never complete. */
function isLeftover(path: string, name: string): boolean {
  if (isDraftName(name) || name === lockName) return true;
  const file = join(path, name);
  if (name === 'oci-layout') return statSync(file).isFile() && readFileSync(file, 'utf8') === newLayout['oci-layout'];
  return name === 'blobs' && existsSync(join(path, 'oci-layout'));
}

const problems = {
  unsound: (name: string) => `${name}/index.json is invalid. Run oci-lint on it for details.`,
  'tag-taken': (name: string, tag: string | undefined) => `${name} already has the tag ${tag}. Use --force to move it.`,
} as const;
