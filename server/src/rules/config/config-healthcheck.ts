import { readInt64 } from '../../oci/size.ts';
import { itemsOf, type JsonNode, stringOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  form: '`Test` starts with {text}. Docker expects "CMD", "CMD-SHELL" or "NONE" first.',
  'no-command': '`Test` has no command. Add it, or use "NONE".',
  'many-items': '"CMD-SHELL" runs the next item only. Use "CMD", or one item for the whole command line.',
  time: '`{name}` is in nanoseconds: {time} is less than 1 ms, which Docker rejects.',
  retries: '`Retries` is {count}. Docker rejects negative numbers.',
});

/** Docker reads the first word of a test as its form, and times as nanoseconds; a test that it cannot read never runs. */
export const configHealthcheck: DocumentRule = {
  meta: {
    id: 'config-healthcheck',
    title: 'Health check is not what Docker runs',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const check = valueOf(valueOf(root, 'config'), 'Healthcheck');
    if (check === undefined) return;
    yield* checkTest(itemsOf(valueOf(check, 'Test')));
    for (const name of times) yield* checkTime(name, valueOf(check, name));
    yield* checkRetries(valueOf(check, 'Retries'));
  },
};

const times = ['Interval', 'Timeout', 'StartPeriod', 'StartInterval'] as const;

function* checkTest([form, command, ...others]: readonly JsonNode[]): Iterable<Finding> {
  const text = stringOf(form);
  if (form === undefined || text === undefined || text === 'NONE') return;
  if (text !== 'CMD' && text !== 'CMD-SHELL') {
    yield findingAtValue(form, messages.form({ text: quoted(text) }));
  } else if (command === undefined) {
    yield findingAtValue(form, messages['no-command']);
  } else if (text === 'CMD-SHELL' && others.length > 0) {
    yield findingAtValue(form, messages['many-items']);
  }
}

/** Docker rejects anything below a millisecond but 0, which stands for its default. */
const shortest = 1_000_000n;

function* checkTime(name: string, node: JsonNode | undefined): Iterable<Finding> {
  const time = node?.type === 'number' ? readInt64(writtenOf(node) ?? '') : undefined;
  if (node === undefined || time === undefined || time === 0n || time >= shortest) return;
  yield findingAtValue(node, messages.time({ name, time }));
}

function* checkRetries(node: JsonNode | undefined): Iterable<Finding> {
  const count = node?.type === 'number' ? readInt64(writtenOf(node) ?? '') : undefined;
  if (node !== undefined && count !== undefined && count < 0n) yield findingAtValue(node, messages.retries({ count }));
}
