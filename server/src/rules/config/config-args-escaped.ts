import { removeMember } from '../../syntax/edit.ts';
import { memberOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  windows: '`ArgsEscaped` is deprecated. Write the command as a list of arguments.',
  'no-effect': '`ArgsEscaped` is deprecated and has no effect here. Remove it.',
});

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
    messages,
  },
  *check({ json, root }) {
    const member = memberOf(valueOf(root, 'config'), 'ArgsEscaped');
    if (member === undefined) return;
    const isOn = writtenOf(member.value) === 'true';
    const hasEffect = isOn && isForWindows(root);
    const message = hasEffect ? messages.windows : messages['no-effect'];
    const fixes = [{ title: 'Remove `ArgsEscaped`', edits: [removeMember(json, member)], isSafe: !isOn }];
    // BuildKit sets it with each `CMD` on every platform, and its users cannot change that.
    const isHabit = isOn && !hasEffect && memberOf(valueOf(root, 'config'), 'Cmd') !== undefined;
    const details = { clause: 'config-args-escaped-deprecated', fixes };
    yield findingAtName(member, message, isHabit ? { ...details, severity: 'hint' } : details);
  },
};
