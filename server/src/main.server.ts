// One bundle for both hosts of the server, a Node process and a web worker: what they share, nearly all, is packed once.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
void (isNode ? import('./main.node.ts') : import('./main.browser.ts'));
