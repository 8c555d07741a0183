// One bundle serves both hosts, Node process and web worker. They share nearly all code, so it is packaged once.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
/** The server starts itself again as a worker thread to hash large content. */
const isHashing = isNode && process.argv.includes('--hash-thread');
/** The same bundle contains the MCP server. */
const isMcp = isNode && process.argv[2] === '--mcp';
void (isHashing
  ? import('./main.hash.ts')
  : isMcp
    ? import('./main.mcp.ts')
    : isNode
      ? import('./main.node.ts')
      : import('./main.browser.ts'));
