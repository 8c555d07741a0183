import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { quoted } from '../support/finding.ts';
import { findingAtConfig, imageTopsIn, mayHave } from '../support/image-tops.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wording } from '../support/wording.ts';

const message = wording('`{name}` of the config starts {program}, but no layer has that executable.');

/** A program is looked up in the image. Only paths near the root are checked, which layers are remembered by. */
export const layerCommandMissing: ContentRule = {
  meta: {
    id: 'layer-command-missing',
    title: 'Command is in no layer',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const image = await imageTopsIn(reading, signal);
    if (image === undefined || isForWindows(image.config.root)) return;
    const { name, node } = programOf(valueOf(image.config.root, 'config'));
    const program = stringOf(node) ?? '';
    const [, path] = /^\/([^/]+(?:\/[^/]+)?)$/.exec(program) ?? [];
    if (node === undefined || path === undefined || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return;
    if (mayHave(path, image.tops) || mounted.test(path)) return;
    yield findingAtConfig(image, node, message({ name, program: quoted(program) }));
  },
};

/** Folders that the runtime fills. */
const mounted = /^(?:dev|proc|run|sys)\//;

/** The first word of the command, which is that of `Entrypoint` if there is one. */
function programOf(config: JsonNode | undefined): { readonly name: string; readonly node: JsonNode | undefined } {
  const name = itemsOf(valueOf(config, 'Entrypoint')).length > 0 ? 'Entrypoint' : 'Cmd';
  return { name, node: itemsOf(valueOf(config, name))[0] };
}
