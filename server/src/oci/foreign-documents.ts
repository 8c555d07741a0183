import { itemsOf, type JsonNode, memberOf, stringAt, valueOf } from '../syntax/tree.ts';

/** A document that shares names with ours and is another thing, known well enough to be called by its name. */
export interface ForeignForm {
  /** What it is: "an OCI runtime configuration". */
  readonly title: string;
  readonly hasShape: (root: JsonNode) => boolean;
}

/** Documents that stand where an image config should, by mistake or as relatives of one. */
const configForms: readonly ForeignForm[] = [
  { title: 'an OCI runtime configuration (runtime-spec `config.json`)', hasShape: isRuntimeConfig },
  { title: 'a Docker v1 image', hasShape: isDockerV1Image },
  { title: 'a Docker Model Runner config', hasShape: isModelConfig },
];

const otherForms: readonly ForeignForm[] = [
  { title: 'the state of an OCI runtime container', hasShape: isRuntimeState },
  { title: 'the `manifest.json` of `docker save`', hasShape: isDockerSaveManifest },
];

/** What stands here instead of an image config; undefined where it may be one. */
export function foreignConfigOf(root: JsonNode | undefined): ForeignForm | undefined {
  return root === undefined ? undefined : configForms.find(({ hasShape }) => hasShape(root));
}

/** What a document is that is not one of ours; undefined where that is not known. */
export function foreignFormOf(root: JsonNode | undefined): ForeignForm | undefined {
  return foreignConfigOf(root) ?? (root && otherForms.find(({ hasShape }) => hasShape(root)));
}

/** runtime-spec config.md: `ociVersion` is the one required property; a bundle without it has a process and a root. */
function isRuntimeConfig(root: JsonNode): boolean {
  if (hasDiffIds(root) || isRuntimeState(root)) return false;
  const parts = ['process', 'root', 'mounts', 'linux', 'windows', 'vm', 'hooks', 'hostname'];
  if (stringAt(root, 'ociVersion') !== undefined) return parts.some((name) => has(root, name));
  return (
    stringAt(valueOf(root, 'root'), 'path') !== undefined && memberOf(valueOf(root, 'process'), 'args') !== undefined
  );
}

/** runtime-spec runtime.md, "State" */
function isRuntimeState(root: JsonNode): boolean {
  return ['ociVersion', 'id', 'status', 'bundle'].every((name) => stringAt(root, name) !== undefined);
}

/** The JSON of one layer in Docker's image format before 1.10: it has an ID of its own, and no `rootfs`. */
function isDockerV1Image(root: JsonNode): boolean {
  const isId = (name: string) => /^[0-9a-f]{64}$/.test(stringAt(root, name) ?? '');
  if (has(root, 'rootfs') || !(isId('id') || isId('parent'))) return false;
  return ['container_config', 'docker_version', 'created', 'config', 'layer_id'].some((n) => has(root, n));
}

/** `application/vnd.docker.ai.model.config.v0.1+json` and its successor: diff IDs of a model's files. */
function isModelConfig(root: JsonNode): boolean {
  if (!hasDiffIds(root) || has(root, 'architecture') || has(root, 'os')) return false;
  const config = valueOf(root, 'config');
  const parts = ['format', 'format_version', 'gguf', 'quantization', 'parameters'];
  return valueOf(root, 'descriptor')?.type === 'object' || parts.some((name) => memberOf(config, name) !== undefined);
}

function isDockerSaveManifest(root: JsonNode): boolean {
  const first = root.type === 'array' ? itemsOf(root)[0] : undefined;
  return stringAt(first, 'Config') !== undefined && memberOf(first, 'Layers') !== undefined;
}

function hasDiffIds(root: JsonNode): boolean {
  return memberOf(valueOf(root, 'rootfs'), 'diff_ids') !== undefined;
}

function has(root: JsonNode, name: string): boolean {
  return memberOf(root, name) !== undefined;
}
