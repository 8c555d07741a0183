import type { Proposal } from './proposal.ts';

/** A descriptor with its three required members, to be filled in one after the other. */
export const descriptorSnippet = ['{', '  "mediaType": "$1",', '  "digest": "$2",', '  "size": ${3:0}', '}'].join('\n');

/** The same where nothing can be filled in. */
export const descriptorJson = '{ "mediaType": "", "digest": "", "size": 0 }';

/** One of them, as an item or a value. */
export const descriptorProposal: Proposal = {
  label: 'descriptor',
  json: descriptorJson,
  snippet: descriptorSnippet,
  detail: 'mediaType, digest, size',
  rank: 0,
};
