/** Characters. A system call per finding would be slow. */
const chunkLength = 65_536;

/** Joins texts to chunks of about this length. */
export function* inChunks(texts: Iterable<string>): Iterable<string> {
  let chunk: string[] = [];
  let length = 0;
  for (const text of texts) {
    chunk.push(text);
    length += text.length;
    if (length < chunkLength) continue;
    yield chunk.join('');
    [chunk, length] = [[], 0];
  }
  yield chunk.join('');
}
