import type { Proposal } from './proposal.ts';

/** A snippet for a descriptor with its three required properties. */
export const descriptorSnippet = ['{', '  "mediaType": "$1",', '  "digest": "$2",', '  "size": ${3:0}', '}'].join('\n');

/** The same for clients without snippet support. */
export const descriptorJson = '{ "mediaType": "", "digest": "", "size": 0 }';

/** A new descriptor as an item or value. */
export const descriptorProposal: Proposal = {
  label: 'descriptor',
  json: descriptorJson,
  snippet: descriptorSnippet,
  detail: 'mediaType, digest, size',
  rank: 0,
};
