import type { LayerPrograms, ProgramsByArchitecture } from '../../content/archive/layer-programs.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { quoted } from '../support/finding.ts';
import { findingAtConfig, imageTopsIn } from '../support/image-tops.ts';
import { wording } from '../support/wording.ts';

const message = wording('`architecture` of the config is {stated}, but {program} is for {actual}.');

/** The kernel does not start programs for another machine: “exec format error”. */
export const layerArchitectureDiffers: ContentRule = {
  meta: {
    id: 'layer-architecture-differs',
    title: 'Programs are for another architecture',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const image = await imageTopsIn(reading, signal);
    const node = valueOf(image?.config.root, 'architecture');
    const stated = stringOf(node) ?? '';
    if (image === undefined || node === undefined || !known.has(stated)) return;
    const ofSystem = merged(image.programs, 'ofSystem');
    // What is beside the base system may be for any machine that the image is a tool for.
    const programs = ofSystem.size > 0 ? ofSystem : merged(image.programs, 'others');
    if ([stated, alsoRuns.get(stated) ?? stated].some((one) => programs.has(one))) return;
    const [[actual, path] = []] = programs;
    if (actual === undefined || path === undefined) return;
    const values = { stated: quoted(stated), program: quoted(path), actual: quoted(actual) };
    yield findingAtConfig(image, node, message(values));
  },
};

/** The 32-bit programs that most machines start as well. */
const alsoRuns: ReadonlyMap<string, string> = new Map([
  ['amd64', '386'],
  ['arm64', 'arm'],
  ['mips64', 'mips'],
  ['mips64le', 'mipsle'],
]);

/** The values whose programs are told apart. */
const known: ReadonlySet<string> = new Set([
  ...['386', 'amd64', 'arm', 'arm64', 'loong64', 'ppc64', 'ppc64le', 'riscv64', 's390x'],
  ...['mips', 'mipsle', 'mips64', 'mips64le'],
]);

function merged(layers: readonly LayerPrograms[], which: keyof LayerPrograms): ProgramsByArchitecture {
  return new Map(layers.flatMap((programs) => [...programs[which]]));
}
