import { pointerOf } from '../../syntax/pointer.ts';
import { memberOf, objectOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import type { OddMember } from '../support/known-members.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  move: '{name} has no effect here. Move it into `{home}`.',
  custom: '{name} looks like one of the `{home}`. Move it there.',
  labels: '{name} has no effect here. Use `Labels` in `config`, or annotate the manifest.',
  annotations: '{name} has no effect here. Use `annotations`.',
  platform: '{name} has no effect here. It belongs to the entry of an index.',
  subject: '{name} has no effect here. It belongs into the manifest itself.',
});

/** A known property of another object. Readers look for it there, most often one object lower, and ignore it here. */
export const memberMisplaced: DocumentRule = {
  meta: {
    id: 'member-misplaced',
    title: 'Property is in the wrong object',
    kinds: 'any',
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  checkOddMember(odd) {
    const { member } = odd;
    const home = homeOf(odd);
    if (home === undefined) return ofAnotherDocument(odd);
    const object = objectOf(member);
    const values = { name: inBackticks(member.name), home };
    if (isCustomKey(member.name)) return findingAtName(member, messages.custom(values), quiet);
    const finding = findingAtName(member, messages.move(values));
    const target = valueOf(object, home);
    if (target?.type !== 'object' || memberOf(target, member.name) !== undefined) return finding;
    const isRequired = odd.shape.below(home)?.byName.get(member.name)?.required === true;
    if (!isRequired) return finding;
    // Replaces the finding about the missing member: one mistake, one finding.
    return { ...finding, severity: 'error', missing: [member.name], missingFrom: pointerOf(target) };
  },
};

/** A property of another kind of document. */
function ofAnotherDocument({ member, shape: { byName } }: OddMember): Finding | undefined {
  const { name } = member;
  const say = (message: typeof messages.labels, details = {}): Finding =>
    findingAtName(member, message({ name: inBackticks(name) }), details);
  if (byName.has(name)) return undefined;
  if (byName.has('rootfs')) return name === 'annotations' || isOwnKey(name) ? say(messages.labels) : undefined;
  const isDocument = byName.has('layers') || byName.has('manifests');
  if (isDocument && /^labels$/i.test(name) && byName.has('annotations')) return say(messages.annotations);
  if (isDocument && name === 'platform') return say(messages.platform, quiet);
  return byName.has('digest') && byName.has('size') && name === 'subject' ? say(messages.subject, quiet) : undefined;
}

/** Nothing gets lost. */
const quiet = { severity: 'information' } as const;

/** A key of the specification. */
function isOwnKey(name: string): boolean {
  return name.startsWith('org.opencontainers.image.');
}

/** Custom properties are allowed, but a text under a key such as `com.example.team` looks like an annotation. */
function isCustomKey(name: string): boolean {
  return !isOwnKey(name) && /^[a-z][a-z0-9-]*(?:\.[\w-]+){2}/.test(name);
}

/** Names of platform properties that mean nothing else in a descriptor. */
const ofPlatforms: ReadonlySet<string> = new Set(['os', 'architecture', 'variant', 'os.version', 'os.features']);

/** The neighboring member that a member belongs in. */
function homeOf({ member: { name, value }, shape }: OddMember): string | undefined {
  const { byName } = shape;
  if (byName.has(name)) return undefined;
  const map = ['annotations', 'Labels'].find((one) => byName.has(one));
  if (map !== undefined && (isOwnKey(name) || (isCustomKey(name) && value?.type === 'string'))) return map;
  if (byName.has('platform') && byName.has('digest') && ofPlatforms.has(name)) return 'platform';
  if (!byName.has('rootfs')) return undefined;
  return ['config', 'rootfs'].find((home) => shape.below(home)?.byName.has(name) === true);
}
