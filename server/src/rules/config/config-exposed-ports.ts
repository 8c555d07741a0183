import { hasTraits } from '../../oci/kinds.ts';
import { renameMember } from '../../syntax/edit.ts';
import { countingMembersOf, type JsonMember, memberOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, quoted } from '../support/finding.ts';

const highestPort = 65535;

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
  },
  *check({ kind, root }) {
    for (const member of countingMembersOf(valueOf(valueOf(root, 'config'), 'ExposedPorts'))) {
      const match = /^([0-9]{1,5})(?:\/(tcp|udp))?$/.exec(member.name);
      if (match?.[1] !== undefined && isPort(match[1])) continue;
      if (/^[0-9]{1,5}-[0-9]{1,5}(?:\/(?:tcp|udp|sctp))?$/.test(member.name)) yield rangeFinding(member);
      else if (/^[0-9]{1,5}\/sctp$/.test(member.name)) {
        // What Docker parses, an OCI config may have and nobody else needs to understand.
        if (hasTraits(kind, 'oci')) yield dockerOnly(member);
      } else yield findingOf(member);
    }
  },
};

/** Port 0 is none: Podman refuses the image. */
function isPort(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= highestPort;
}

function dockerOnly(member: JsonMember): Finding {
  const message = `${quoted(member.name)} is Docker syntax, which OCI does not define.`;
  return findingAtName(member, message, { severity: 'information', clause: 'config-exposed-ports-keys' });
}

/** `EXPOSE` takes ranges, and Docker writes their ports one by one; other builders wrote them down as they were. */
function rangeFinding(member: JsonMember): Finding {
  const message = `${quoted(member.name)} is a range, which Docker 29 and Podman reject. List each port.`;
  return findingAtName(member, message, { clause: 'config-exposed-ports-keys' });
}

function findingOf(member: JsonMember): Finding {
  const clause = 'config-exposed-ports-keys';
  const meant = meantBy(member.name);
  if (meant === undefined) {
    const message = `${quoted(member.name)} is not a valid port. Use 1–${highestPort}, optionally with a protocol: "8080/tcp".`;
    return findingAtName(member, message, { clause });
  }
  const message = `Invalid port syntax ${quoted(member.name)}. Use ${quoted(meant)}.`;
  // The other spelling may be there, too.
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
