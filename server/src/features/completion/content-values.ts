import { bytesOf } from '../../content/content-store.ts';
import type { Contents } from '../../content/contents.ts';
import { toBase64 } from '../../oci/base64.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Role } from '../../oci/kinds.ts';
import { insertMember, valueLike } from '../../syntax/edit.ts';
import { type JsonNode, memberAbove, memberOf, stringAt } from '../../syntax/tree.ts';
import { maxEmbedded } from '../describe-content.ts';
import { humanSize } from '../sizes.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { ItemPlace, ValuePlace } from './place.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** The members of a descriptor whose values follow from content. */
const contentMembers: ReadonlySet<string> = new Set(['digest', 'size', 'data']);

/** Whether the value of a member is told by content rather than by facts. */
export function isToldByContent({ member, path }: ValuePlace): boolean {
  return contentMembers.has(member.name) && path.at(-2) !== 'annotations';
}

/** Digests of content that is there, with all that a descriptor says of it; its size; the content itself where it is small. */
export async function contentProposalsOf(
  document: OciDocument,
  { object, member }: ValuePlace,
  contents: Contents,
): Promise<readonly Proposal[]> {
  const candidates = await candidatesOf(document, roleOf(document, object), contents);
  if (member.name === 'digest') return candidates.map((candidate) => digestProposal(document, object, candidate));
  const digest = stringAt(object, 'digest');
  const named = candidates.find(({ descriptor }) => descriptor.digest === digest);
  if (named === undefined) return [];
  const { size } = named.descriptor;
  const detail = `of ${named.name}`;
  if (member.name === 'size') return [{ label: String(size), json: String(size), detail, rank: 0 }];
  if (size > maxEmbedded) return [];
  const text = toBase64(await bytesOf(named.content));
  return [{ ...textProposal(text, { detail, rank: 0 }), label: `the content, ${humanSize(size)}` }];
}

/** The digests of content, for annotations. */
export async function digestTextsOf(document: OciDocument, contents: Contents): Promise<readonly Proposal[]> {
  const candidates = await candidatesOf(document, 'descriptor', contents);
  return candidates.map((candidate) => ({
    ...textProposal(candidate.descriptor.digest, { detail: detailOf(candidate), rank: 1 }),
    label: candidate.name,
  }));
}

/** Whole descriptors of content that a list has none of yet. */
export async function descriptorProposalsOf(
  document: OciDocument,
  { array, path }: ItemPlace,
  contents: Contents,
): Promise<readonly Proposal[]> {
  const isIndex = path.at(-2) === 'manifests';
  const listed = new Set(document.descriptors.map(({ node }) => stringAt(node, 'digest')));
  const candidates = await candidatesOf(document, isIndex ? 'manifest' : 'layer', contents);
  return candidates
    .filter(({ descriptor, isDocument, isNamed }) => {
      const isFitting = isIndex ? isEntryType(descriptor.mediaType) : !isDocument && !isNamed;
      return isFitting && descriptor.mediaType !== undefined && !listed.has(descriptor.digest);
    })
    .map((candidate) => {
      const { mediaType, digest, size, artifactType, platform, annotations } = candidate.descriptor;
      const value = {
        ...{ mediaType, digest, size },
        ...(artifactType === undefined ? {} : { artifactType }),
        ...(platform === undefined ? {} : { platform }),
        ...(annotations === undefined ? {} : { annotations }),
      };
      const json = valueLike(document.json, array, value);
      return { label: `descriptor of ${candidate.name}`, json, detail: detailOf(candidate), rank: 1 };
    });
}

const entryTypes: ReadonlySet<string | undefined> = new Set([
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

function isEntryType(mediaType: string | undefined): boolean {
  return entryTypes.has(mediaType);
}

function digestProposal({ json }: OciDocument, object: JsonNode, candidate: Candidate): Proposal {
  const { digest, size, mediaType, artifactType, platform } = candidate.descriptor;
  const told: Readonly<Record<string, unknown>> = { mediaType, size, artifactType, platform };
  const siblings: Record<string, string> = {};
  let text = JSON.stringify(digest);
  for (const [name, value] of Object.entries(told)) {
    if (value === undefined) continue;
    const written = valueLike(json, object, value);
    if (memberOf(object, name) !== undefined) siblings[name] = written;
    // Written with the digest itself, so that no two edits touch.
    else if (memberOf(object, 'digest')?.value !== undefined)
      text += insertMember(json, object, name, written, ['digest']).text;
  }
  return {
    label: candidate.name,
    json: text,
    filter: JSON.stringify(digest),
    detail: detailOf(candidate),
    rank: candidate.isNamed ? 1 : 0,
    siblings,
  };
}

function detailOf({ title, descriptor, isNamed }: Candidate): string {
  return [title, humanSize(descriptor.size), isNamed ? 'named in the layout' : ''].filter(Boolean).join(' · ');
}

function roleOf({ descriptors }: OciDocument, object: JsonNode): Role {
  const name = memberAbove(object)?.name;
  const own = name === 'config' ? 'config' : name === 'subject' ? 'subject' : 'descriptor';
  return descriptors.find(({ node }) => node === object)?.role ?? own;
}
