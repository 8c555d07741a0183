import { hasTraits } from '../../oci/kinds.ts';
import { renameMember } from '../../syntax/edit.ts';
import { countingMembersOf, type JsonMember, memberOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const highestPort = 65535;

const messages = wordings({
  range: '{port} is a range, which Docker 29 and Podman reject. List each port.',
  docker: '{port} is Docker syntax, which OCI does not define.',
  invalid: '{port} is not a valid port. Use {range}, optionally with a protocol: "8080/tcp".',
  protocol: 'Unknown protocol in {port}. Use "tcp" or "udp".',
  syntax: 'Invalid port syntax {port}. Use {meant}.',
});

/** A port is `port`, `port/tcp` or `port/udp` (config.md, `ExposedPorts`). Docker also knows sctp. */
export const configExposedPorts: DocumentRule = {
  meta: {
    id: 'config-exposed-ports',
    title: 'Invalid exposed port',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['config-exposed-ports-keys'],
    fixable: true,
    messages,
  },
  *check({ kind, root }) {
    for (const member of countingMembersOf(valueOf(valueOf(root, 'config'), 'ExposedPorts'))) {
      const match = /^([0-9]{1,5})(?:\/(tcp|udp))?$/.exec(member.name);
      if (match?.[1] !== undefined && isPort(match[1])) continue;
      if (/^[0-9]{1,5}-[0-9]{1,5}(?:\/(?:tcp|udp|sctp))?$/.test(member.name)) yield rangeFinding(member);
      else if (/^[0-9]{1,5}\/sctp$/.test(member.name)) {
        // OCI configs may have what Docker parses, but nobody else has to understand it.
        if (hasTraits(kind, 'oci')) yield dockerOnly(member);
      } else yield findingOf(member);
    }
  },
};

/** Port 0 is not a port: Podman rejects the image. */
function isPort(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= highestPort;
}

function dockerOnly(member: JsonMember): Finding {
  return findingAtName(member, messages.docker({ port: quoted(member.name) }), {
    severity: 'information',
    clause: 'config-exposed-ports-keys',
  });
}

/** `EXPOSE` accepts ranges, of which Docker writes each port. Other builders wrote ranges into configs. */
function rangeFinding(member: JsonMember): Finding {
  return findingAtName(member, messages.range({ port: quoted(member.name) }), { clause: 'config-exposed-ports-keys' });
}

function findingOf(member: JsonMember): Finding {
  const clause = 'config-exposed-ports-keys';
  const meant = meantBy(member.name);
  if (meant === undefined) {
    const port = /^([0-9]{1,5})\/[a-z][a-z0-9]*$/i.exec(member.name)?.[1];
    if (port !== undefined && isPort(port)) {
      return findingAtName(member, messages.protocol({ port: quoted(member.name) }), { clause });
    }
    const range = `1–${highestPort}`;
    return findingAtName(member, messages.invalid({ port: quoted(member.name), range }), { clause });
  }
  const message = messages.syntax({ port: quoted(member.name), meant: quoted(meant) });
  // The right spelling may be there already.
  if (memberOf(member.object, meant) !== undefined) return findingAtName(member, message, { clause });
  const fixes = [{ title: `Rename to ${meant}`, edits: [renameMember(member, meant)], isSafe: true }];
  return findingAtName(member, message, { clause, fixes });
}

/** Protocols in capitals or first, blanks, a trailing slash. */
function meantBy(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/\s/g, '');
  const match = /^([0-9]{1,5})(?:[/:](tcp|udp))?\/?$/.exec(plain) ?? undefined;
  const turned = /^(tcp|udp)[/:]([0-9]{1,5})$/.exec(plain);
  const [port, protocol] = turned === null ? [match?.[1], match?.[2]] : [turned[2], turned[1]];
  if (port === undefined || !isPort(port)) return undefined;
  return protocol === undefined ? port : `${port}/${protocol}`;
}
