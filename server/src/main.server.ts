// One bundle for both hosts of the server, a Node process and a web worker: what they share, nearly all, is packed once.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
/** The server starts itself once more, as a thread, to hash large content. */
const isHashing = isNode && process.argv.includes('--hash-thread');
/** The same program has tools for language models. */
const isMcp = isNode && process.argv[2] === '--mcp';
void (isHashing
  ? import('./main.hash.ts')
  : isMcp
    ? import('./main.mcp.ts')
    : isNode
      ? import('./main.node.ts')
      : import('./main.browser.ts'));
