import { pointerOf } from '../../syntax/pointer.ts';
import { memberOf, objectOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import type { OddMember } from '../support/known-members.ts';

/** A known property of another object: readers look for it there, most often one object lower, and ignore it where it stands. */
export const memberMisplaced: DocumentRule = {
  meta: {
    id: 'member-misplaced',
    title: 'Property is in the wrong object',
    kinds: 'any',
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  checkOddMember(odd) {
    const { member } = odd;
    const home = homeOf(odd);
    if (home === undefined) return ofAnotherDocument(odd);
    const object = objectOf(member);
    const finding = findingAtName(member, `${inBackticks(member.name)} has no effect here. Move it into \`${home}\`.`);
    const target = valueOf(object, home);
    if (target?.type !== 'object' || memberOf(target, member.name) !== undefined) return finding;
    const isRequired = odd.shape.below(home)?.byName.get(member.name)?.required === true;
    if (!isRequired) return finding;
    // In place of the word on the missing member: one mistake, one finding.
    return { ...finding, severity: 'error', missing: [member.name], missingFrom: pointerOf(target) };
  },
};

/** What one kind of document has and another has not: people write it where they look first. */
function ofAnotherDocument({ member, shape: { byName } }: OddMember): Finding | undefined {
  const { name } = member;
  const say = (remedy: string, details = {}): Finding =>
    findingAtName(member, `${inBackticks(name)} has no effect here. ${remedy}`, details);
  if (byName.has(name)) return undefined;
  if (byName.has('rootfs'))
    return name === 'annotations' ? say('Use `Labels` in `config`, or annotate the manifest.') : undefined;
  const isDocument = byName.has('layers') || byName.has('manifests');
  if (isDocument && /^labels$/i.test(name) && byName.has('annotations')) return say('Use `annotations`.');
  if (isDocument && name === 'platform') return say('It belongs to the entry of an index.', quiet);
  return byName.has('digest') && byName.has('size') && name === 'subject'
    ? say('It belongs into the manifest itself.', quiet)
    : undefined;
}

/** Nothing is lost by it. */
const quiet = { severity: 'information' } as const;

/** The names of platforms that stand for nothing else in a descriptor. */
const ofPlatforms: ReadonlySet<string> = new Set(['os', 'architecture', 'variant', 'os.version', 'os.features']);

/** The member beside it that a member belongs into. */
function homeOf({ member: { name }, shape }: OddMember): string | undefined {
  const { byName } = shape;
  if (byName.has(name)) return undefined;
  if (byName.has('annotations') && name.startsWith('org.opencontainers.image.')) return 'annotations';
  if (byName.has('platform') && byName.has('digest') && ofPlatforms.has(name)) return 'platform';
  if (!byName.has('rootfs')) return undefined;
  return ['config', 'rootfs'].find((home) => shape.below(home)?.byName.has(name) === true);
}
