import { startOf } from '../../syntax/tree.ts';
import type { DescriptorParts, Form } from './descriptor-part-members.ts';

/** The key to group a descriptor by; undefined for no group. */
export type KeyOf = (parts: DescriptorParts) => string | undefined;

/** Descriptors by key. Most keys have one descriptor. */
export class Tally {
  private readonly groups = new Map<string, DescriptorParts | DescriptorParts[]>();
  /** The keys with more than one descriptor. */
  private readonly shared = new Set<string>();

  /** The keys of forms, if descriptors of one form have the same key. */
  private readonly byForm: Map<Form, string | undefined> | undefined;

  constructor(
    private readonly keyOf: KeyOf,
    isOfForm: boolean,
  ) {
    this.byForm = isOfForm ? new Map() : undefined;
  }

  /** The descriptors of a key, in source order. */
  of(key: string): readonly DescriptorParts[] {
    const group = this.groups.get(key);
    if (group === undefined) return none;
    return Array.isArray(group) ? inTextOrder(group) : [group];
  }

  /** The descriptors of several keys, in source order. */
  ofAll(keys: readonly string[]): readonly DescriptorParts[] {
    return inTextOrder(keys.flatMap((key) => this.groups.get(key) ?? none));
  }

  get keys(): Iterable<string> {
    return this.groups.keys();
  }

  anyOf(key: string): DescriptorParts | undefined {
    const group = this.groups.get(key);
    return Array.isArray(group) ? group[0] : group;
  }

  countOf(key: string): number {
    const group = this.groups.get(key);
    return Array.isArray(group) ? group.length : group === undefined ? 0 : 1;
  }

  /** The groups of more than one descriptor, ordered by their first. */
  get twins(): readonly (readonly DescriptorParts[])[] {
    return inOrderOfFirsts([...this.shared].map((key) => this.of(key)));
  }

  private keyFor(parts: DescriptorParts): string | undefined {
    const { byForm } = this;
    const { form } = parts;
    if (byForm === undefined || form === undefined) return this.keyOf(parts);
    const known = byForm.get(form);
    if (known !== undefined || byForm.has(form)) return known;
    const key = this.keyOf(parts);
    byForm.set(form, key);
    return key;
  }

  add(parts: DescriptorParts): void {
    const key = this.keyFor(parts);
    if (key === undefined) return;
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, parts);
    else if (Array.isArray(group)) group.push(parts);
    else {
      this.groups.set(key, [group, parts]);
      this.shared.add(key);
    }
  }

  remove(parts: DescriptorParts): void {
    const key = this.keyFor(parts);
    const group = key === undefined ? undefined : this.groups.get(key);
    if (key === undefined || group === undefined) return;
    if (!Array.isArray(group)) {
      this.groups.delete(key);
      return;
    }
    // The order within a group does not matter.
    const at = group.indexOf(parts);
    const last = group.at(-1);
    if (at < 0 || last === undefined) return;
    group[at] = last;
    group.pop();
    const [only] = group;
    if (only === undefined || group.length > 1) return;
    this.groups.set(key, only);
    this.shared.delete(key);
  }
}

const none: readonly DescriptorParts[] = [];

function inTextOrder(group: readonly DescriptorParts[]): readonly DescriptorParts[] {
  const placed = group.map((parts) => ({ parts, start: startOf(parts.node) }));
  return placed.sort((a, b) => a.start - b.start).map(({ parts }) => parts);
}

/** Sorts groups by the position of their first descriptor. */
export function inOrderOfFirsts(
  groups: readonly (readonly DescriptorParts[])[],
): readonly (readonly DescriptorParts[])[] {
  const byFirst = new Map(groups.map((group) => [group[0], group] as const));
  return inTextOrder(groups.flatMap(([first]) => first ?? [])).flatMap((first) => [byFirst.get(first) ?? []]);
}
