import { removeMember } from '../../syntax/edit.ts';
import { memberOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';

/** `ArgsEscaped` is deprecated (config.md, `ArgsEscaped`, SHOULD NOT): builders write a plain command. */
export const configArgsEscaped: DocumentRule = {
  meta: {
    id: 'config-args-escaped',
    title: '`ArgsEscaped` is deprecated',
    kinds: ['config'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['config-args-escaped-deprecated'],
    fixable: true,
  },
  *check({ json, root }) {
    const member = memberOf(valueOf(root, 'config'), 'ArgsEscaped');
    if (member === undefined) return;
    const isOn = writtenOf(member.value) === 'true';
    const hasEffect = isOn && isForWindows(root);
    const message = hasEffect
      ? '`ArgsEscaped` is deprecated. Write the command as a list of arguments.'
      : '`ArgsEscaped` is deprecated and has no effect here. Remove it.';
    const fixes = [{ title: 'Remove `ArgsEscaped`', edits: [removeMember(json, member)], isSafe: !isOn }];
    // BuildKit sets it with each `CMD`, whatever the platform, and who uses BuildKit cannot help it.
    const isHabit = isOn && !hasEffect && memberOf(valueOf(root, 'config'), 'Cmd') !== undefined;
    const details = { clause: 'config-args-escaped-deprecated', fixes };
    yield findingAtName(member, message, isHabit ? { ...details, severity: 'hint' } : details);
  },
};
