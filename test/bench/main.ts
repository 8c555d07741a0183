import { checkIndex } from './check-index.ts';
import { commandLine } from './command-line.ts';
import { completion } from './completion.ts';
import { content } from './content.ts';
import { keystroke } from './keystroke.ts';
import { layerTree } from './layer-tree.ts';
import type { Figure } from './measure.ts';
import { server } from './server.ts';
import { sizes } from './sizes.ts';
import { graph, tree } from './tree.ts';
import { verify } from './verify.ts';

const benchmarks: Readonly<Record<string, () => AsyncIterable<Figure>>> = {
  'check-index': checkIndex,
  keystroke,
  'command-line': commandLine,
  server,
  content,
  completion,
  verify,
  tree,
  graph,
  'layer-tree': layerTree,
  sizes,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
  console.error(`bench: no benchmark is called ${unknown}; there are ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for await (const figure of run()) console.log(JSON.stringify(figure));
}
