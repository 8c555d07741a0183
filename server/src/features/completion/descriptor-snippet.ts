/** A descriptor with its three required members, to be filled in one after the other. */
export const descriptorSnippet = ['{', '  "mediaType": "$1",', '  "digest": "$2",', '  "size": ${3:0}', '}'].join('\n');

/** The same where nothing can be filled in. */
export const descriptorJson = '{ "mediaType": "", "digest": "", "size": 0 }';
