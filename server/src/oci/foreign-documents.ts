import { itemsOf, type JsonNode, memberOf, stringAt, valueOf } from '../syntax/tree.ts';

/** Another document format with similar property names, known well enough to be named in messages. */
export interface ForeignForm {
  /** With article: "an OCI runtime configuration". */
  readonly title: string;
  readonly hasShape: (root: JsonNode) => boolean;
}

/** Formats found in place of an image config, by mistake or because they derive from it. */
const configForms: readonly ForeignForm[] = [
  { title: 'an OCI runtime configuration (runtime-spec `config.json`)', hasShape: isRuntimeConfig },
  { title: 'a Docker v1 image', hasShape: isDockerV1Image },
  { title: 'a Docker Model Runner config', hasShape: isModelConfig },
];

const otherForms: readonly ForeignForm[] = [
  { title: 'the state of an OCI runtime container', hasShape: isRuntimeState },
  { title: 'the `manifest.json` of `docker save`', hasShape: isDockerSaveManifest },
  { title: 'the output of `docker manifest inspect --verbose`', hasShape: isVerboseManifest },
  { title: 'the output of `docker inspect`', hasShape: isInspectedImage },
  { title: 'the output of `skopeo inspect` without `--raw`', hasShape: isSkopeoOutput },
];

/** The format found in place of an image config; undefined if it may be one. */
export function foreignConfigOf(root: JsonNode | undefined): ForeignForm | undefined {
  return root === undefined ? undefined : configForms.find(({ hasShape }) => hasShape(root));
}

/** The format of a document that is not an OCI document, if known. */
export function foreignFormOf(root: JsonNode | undefined): ForeignForm | undefined {
  return foreignConfigOf(root) ?? (root && otherForms.find(({ hasShape }) => hasShape(root)));
}

/** runtime-spec config.md requires only `ociVersion`. A bundle config without it is recognized by process and root. */
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

/** Layer metadata of Docker's image format before 1.10: has an ID and no `rootfs`. */
function isDockerV1Image(root: JsonNode): boolean {
  const isId = (name: string) => /^[0-9a-f]{64}$/.test(stringAt(root, name) ?? '');
  if (has(root, 'rootfs') || !(isId('id') || isId('parent'))) return false;
  return ['container_config', 'docker_version', 'created', 'config', 'layer_id'].some((n) => has(root, n));
}

/** `application/vnd.docker.ai.model.config.v0.1+json` and its successor: DiffIDs of a model's files. */
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

/** One object for a manifest, an array of them for an index. */
function isVerboseManifest(root: JsonNode): boolean {
  const first = root.type === 'array' ? itemsOf(root)[0] : root;
  const manifests = ['SchemaV2Manifest', 'OCIManifest', 'SchemaV1Manifest', 'Raw'];
  return stringAt(first, 'Ref') !== undefined && manifests.some((name) => memberOf(first, name) !== undefined);
}

function isInspectedImage(root: JsonNode): boolean {
  const first = root.type === 'array' ? itemsOf(root)[0] : root;
  return (
    stringAt(first, 'Id') !== undefined && ['RepoTags', 'RootFS'].some((name) => memberOf(first, name) !== undefined)
  );
}

function isSkopeoOutput(root: JsonNode): boolean {
  return ['Name', 'Digest'].every((name) => stringAt(root, name) !== undefined) && has(root, 'RepoTags');
}

/** The code of an error that a registry answered with (distribution-spec, "Error Codes"), where a document was expected. */
export function registryErrorOf(root: JsonNode | undefined): string | undefined {
  const error = itemsOf(valueOf(root, 'errors'))[0];
  if (memberOf(error, 'message') === undefined && memberOf(error, 'detail') === undefined) return undefined;
  return memberOf(root, 'schemaVersion') === undefined ? stringAt(error, 'code') : undefined;
}

function hasDiffIds(root: JsonNode): boolean {
  return memberOf(valueOf(root, 'rootfs'), 'diff_ids') !== undefined;
}

function has(root: JsonNode, name: string): boolean {
  return memberOf(root, name) !== undefined;
}
