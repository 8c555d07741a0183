import { replaceValue } from '../../syntax/edit.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

/** The signals of Linux, without SIG. */
const signals: ReadonlySet<string> = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP ' +
    'TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX EMT INFO LOST UNUSED'
  ).split(' '),
);

const highestSignal = 64;

/** From SIGRTMIN, 34, to SIGRTMAX, 64. */
const realTimeSignals = 30;

const messages = wordings({
  unknown: 'Unknown signal {signal}. Use a name such as "SIGTERM" or "SIGRTMIN+3".',
  misspelled: 'Unknown signal {signal}. Use {meant}.',
});

/** A stop signal is a name such as SIGTERM or SIGRTMIN+3 (config.md, `StopSignal`). Docker also accepts numbers. */
export const configStopSignal: DocumentRule = {
  meta: {
    id: 'config-stop-signal',
    title: 'Invalid `StopSignal`',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['config-stop-signal-form'],
    fixable: true,
    messages,
  },
  *check({ root }) {
    const node = valueOf(valueOf(root, 'config'), 'StopSignal');
    const signal = stringOf(node);
    if (node === undefined || !signal || isSignal(signal)) return;
    const meant = [signal.trim().toUpperCase(), `SIG${signal.trim().toUpperCase()}`].find(isSignal);
    const clause = 'config-stop-signal-form';
    if (meant === undefined) {
      yield findingAtValue(node, messages.unknown({ signal: quoted(signal) }), { clause });
      return;
    }
    const fixes = [
      { title: `Replace with ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true },
    ];
    yield findingAtValue(node, messages.misspelled({ signal: quoted(signal), meant: quoted(meant) }), {
      clause,
      fixes,
    });
  },
};

function isSignal(text: string): boolean {
  if (/^[1-9][0-9]?$/.test(text)) return Number(text) <= highestSignal;
  const match = /^SIG([A-Z0-9]+?)(?:([+-])([0-9]{1,2}))?$/.exec(text);
  if (match?.[1] === undefined || !signals.has(match[1])) return false;
  // Only real-time signals have an offset.
  if (match[2] === undefined) return true;
  return match[1] === (match[2] === '+' ? 'RTMIN' : 'RTMAX') && Number(match[3]) <= realTimeSignals;
}
