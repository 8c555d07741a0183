import type { Kind } from '../../oci/kind.ts';
import { foldCase } from './known-members.ts';

export const indexMembers = ['manifests'];
export const schema1Members = ['fsLayers', 'history'];
const manifestMembers = ['config', 'layers', ...schema1Members];

/**
 * Members that a kind must not have, because they make the document readable as another kind: those that
 * containers/image considers essential to a format (`ValidateUnambiguousManifestFormat`). Like Go, it ignores case and
 * permits null.
 */
const foreignMembers: Partial<Record<Kind, readonly string[]>> = {
  index: manifestMembers,
  'docker-manifest-list': manifestMembers,
  manifest: [...indexMembers, ...schema1Members],
  'docker-manifest': [...indexMembers, ...schema1Members],
};

/** Whether a name belongs to a kind that the document must not be mistaken for. */
export function isForeignTo(kind: Kind, name: string): boolean {
  return foreignNamesFor(kind).has(foldCase(name));
}

/** The foreign names of a kind, folded like Go does. */
export function foreignNamesFor(kind: Kind | undefined): ReadonlyMap<string, string> {
  return (kind && foreignNames.get(kind)) ?? none;
}

const none: ReadonlyMap<string, string> = new Map();
const foreignNames = new Map(
  Object.entries(foreignMembers).map(([kind, names]) => [kind, new Map(names.map((name) => [foldCase(name), name]))]),
);
