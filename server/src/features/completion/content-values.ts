import { bytesOf } from '../../content/stores/content-store.ts';
import type { Contents } from '../../content/stores/contents.ts';
import { toBase64 } from '../../oci/base64.ts';
import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import type { Role } from '../../oci/kinds.ts';
import { insertMember, valueLike } from '../../syntax/edit.ts';
import { type JsonNode, memberAbove, memberOf, stringAt } from '../../syntax/tree.ts';
import { maxEmbedded } from '../describe-content.ts';
import { humanSize } from '../sizes.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { ValueContext } from './context.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Descriptor properties with values derived from content. */
const contentMembers: ReadonlySet<string> = new Set(['digest', 'size', 'data']);

/** Whether the value is completed from content rather than from the built-in tables. */
export function isFilledByContent({ member, path }: ValueContext): boolean {
  return contentMembers.has(member.name) && path.at(-2) !== 'annotations';
}

/** Proposals, and whether a longer prefix would find more. */
export interface ContentProposals {
  readonly proposals: readonly Proposal[];
  readonly isCut?: boolean;
}

/** Digests of available content, each with the other descriptor properties; its size; or small content itself. */
export async function contentProposalsOf(
  document: OciDocument,
  context: ValueContext,
  offset: number,
  contents: Contents,
): Promise<ContentProposals> {
  const { object, member } = context;
  const role = roleOf(document, object);
  if (member.name === 'digest') {
    const whole = wholeDigestIn(document, context);
    const begun = whole === undefined ? begunIn(document, context, offset) : '';
    const { candidates, isCut } = await candidatesOf(document, role, contents, begun);
    const fitting = rolesOfManifests.has(role) ? candidates.filter((one) => isFitting(one, role)) : candidates;
    const proposals = fitting.map((candidate) => digestProposal(document, object, role, candidate));
    if (whole === undefined) return { proposals, isCut };
    // A complete digest must not filter out its alternatives. The list is incomplete, so that editing the digest
    // updates it.
    return { proposals: proposals.map((proposal) => ({ ...proposal, filter: whole })), isCut: true };
  }
  const digest = stringAt(object, 'digest');
  const { candidates } = await candidatesOf(document, role, contents, digest);
  const named = candidates.find(({ descriptor }) => descriptor.digest === digest);
  return { proposals: named === undefined ? [] : await factsOf(named, member.name) };
}

/** Only manifests and indexes are valid as index entries and subjects. */
const rolesOfManifests: ReadonlySet<Role> = new Set(['manifest', 'subject']);

/** The complete digest in the document, with its quotes; undefined if it is incomplete. */
function wholeDigestIn({ json: { text } }: OciDocument, { span }: ValueContext): string | undefined {
  const written = text.slice(span.start, span.end);
  return isWholeDigest.test(written) ? written : undefined;
}

const isWholeDigest = /^"(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}|blake3:[0-9a-f]{64})"$/;

/** The part of a digest before the cursor. */
function begunIn({ json: { text } }: OciDocument, { span }: ValueContext, offset: number): string {
  return text.slice(span.start, offset).replace(/^"/, '');
}

/** Values for another property of a descriptor, derived from the content of its digest. */
async function factsOf(named: Candidate, member: string): Promise<readonly Proposal[]> {
  const { size } = named.descriptor;
  const detail = `of ${named.name}`;
  if (member === 'size') return [{ label: String(size), json: String(size), detail, rank: 0 }];
  if (size > maxEmbedded) return [];
  const text = toBase64(await bytesOf(named.content));
  return [{ ...textProposal(text, { detail, rank: 0 }), label: `the content, ${humanSize(size)}` }];
}

/** Digests of content, for annotation values. */
export async function digestTextsOf(
  document: OciDocument,
  context: ValueContext,
  offset: number,
  contents: Contents,
): Promise<ContentProposals> {
  const begun = begunIn(document, context, offset);
  const { candidates, isCut } = await candidatesOf(document, 'descriptor', contents, begun);
  const proposals = candidates.map((candidate) => ({
    ...textProposal(candidate.descriptor.digest, { detail: detailOf(candidate), rank: 1 }),
    label: candidate.name,
  }));
  return { proposals, isCut };
}

/** Complete descriptors of content that is not in the list yet. */
export async function descriptorProposalsOf(
  document: OciDocument,
  around: JsonNode,
  role: Role,
  contents: Contents,
): Promise<readonly Proposal[]> {
  const listed = new Set<string | undefined>(document.descriptors.map(({ node }) => stringAt(node, 'digest')));
  const { candidates } = await candidatesOf(document, role, contents);
  // The empty config does not identify the type of an artifact.
  if (role === 'config' && stringAt(document.root, 'artifactType') === undefined)
    listed.add(emptyContent.digests.sha256);
  return candidates
    .filter((candidate) => {
      const { descriptor, isNamed } = candidate;
      const isWanted = isFitting(candidate, role) && (role !== 'layer' || !isNamed);
      return isWanted && descriptor.mediaType !== undefined && !listed.has(descriptor.digest);
    })
    .map((candidate) => {
      const { mediaType, digest, size, artifactType, platform, annotations } = candidate.descriptor;
      const value = {
        ...{ mediaType, digest, size },
        ...(artifactType === undefined ? {} : { artifactType }),
        ...(platform === undefined ? {} : { platform }),
        ...(annotations === undefined ? {} : { annotations }),
      };
      const json = valueLike(document.json, around, value);
      return { label: `descriptor of ${candidate.name}`, json, detail: detailOf(candidate), rank: 1 };
    });
}

const entryTypes: ReadonlySet<string | undefined> = new Set([
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

/** Whether content is suitable for a descriptor's role. */
function isFitting({ descriptor: { mediaType }, isDocument }: Candidate, role: Role): boolean {
  switch (role) {
    case 'manifest':
    case 'subject':
      return entryTypes.has(mediaType);
    case 'config':
      return mediaTypeInfoOf(mediaType ?? '')?.places.includes('config') === true;
    case 'layer':
      return !isDocument;
    default:
      return true;
  }
}

/** Suitable content first, then content that matches the existing media type, then content without references. */
function rankOf(object: JsonNode, role: Role, candidate: Candidate): number {
  const written = stringAt(object, 'mediaType');
  const isNamedType = !written || written === candidate.descriptor.mediaType;
  return (isFitting(candidate, role) ? 0 : 4) + (isNamedType ? 0 : 2) + (candidate.isNamed ? 1 : 0);
}

function digestProposal({ json }: OciDocument, object: JsonNode, role: Role, candidate: Candidate): Proposal {
  const { digest, size, mediaType, artifactType, platform } = candidate.descriptor;
  const given: Readonly<Record<string, unknown>> = { mediaType, size, artifactType, platform };
  const siblings: Record<string, string> = {};
  let text = JSON.stringify(digest);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const written = valueLike(json, object, value);
    if (memberOf(object, name) !== undefined) siblings[name] = written;
    // Part of the same edit as the digest, because edits must not touch.
    else if (memberOf(object, 'digest')?.value !== undefined)
      text += insertMember(json, object, name, written, ['digest']).text;
  }
  return {
    label: candidate.name,
    json: text,
    filter: JSON.stringify(digest),
    detail: detailOf(candidate),
    rank: rankOf(object, role, candidate),
    siblings,
  };
}

function detailOf({ title, descriptor, isNamed }: Candidate): string {
  return [title, humanSize(descriptor.size), isNamed ? 'referenced in the layout' : ''].filter(Boolean).join(' · ');
}

function roleOf({ descriptors }: OciDocument, object: JsonNode): Role {
  const name = memberAbove(object)?.name;
  const own = name === 'config' ? 'config' : name === 'subject' ? 'subject' : 'descriptor';
  return descriptors.find(({ node }) => node === object)?.role ?? own;
}
