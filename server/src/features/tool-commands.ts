import { shellWord } from './shell-word.ts';

/** What a command of another tool is about: content of a layout. */
export interface CommandTarget {
  /** The layout's folder. */
  readonly layout: string;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly isManifest: boolean;
  /** Whether the layout's index.json names it. */
  readonly isEntry: boolean;
  /** Whether the layout has no other entry. */
  readonly isOnly: boolean;
}

/** The commands of the tools that people have which show content of a layout, or copy it to a registry; by their tools. */
export function toolCommandsFor(about: CommandTarget): readonly string[] {
  const { layout, digest, tags, isManifest, isEntry, isOnly } = about;
  const byDigest = `${layout}@${digest}`;
  if (!isManifest)
    return [
      `oras blob fetch --oci-layout --output - ${shellWord(byDigest)}`,
      ...(isForRegctl(layout) ? [`regctl blob get ${shellWord(`ocidir://${layout}`)} ${digest}`] : []),
    ];
  const tag = tags.find((one) => tagGrammar.test(one));
  const named = tag === undefined || orasSeparators.test(layout) ? byDigest : `${layout}:${tag}`;
  const reference = tags.find((one) => referenceGrammar.test(one));
  const target = registryName(layout, tag);
  return [
    `oras manifest fetch --oci-layout ${shellWord(named)}`,
    // What index.json does not name is a blob without a type to it.
    ...(isEntry ? [`oras cp --from-oci-layout ${shellWord(named)} ${target}`] : []),
    ...(isForRegctl(layout) ? regctlCommands(named, target) : []),
    // Without a name it takes the only entry; a colon would end the path.
    ...((reference !== undefined || isOnly) && !layout.includes(':') ? skopeoCommands(layout, reference, target) : []),
    // It takes the layout whole.
    ...(isOnly ? [`crane push ${shellWord(layout)} ${target}`] : []),
  ];
}

/** The commands that show what a layout has, or copy it whole. */
export function layoutCommandsFor(layout: string): readonly string[] {
  return [
    ...(orasSeparators.test(layout) ? [] : [`oras repo tags --oci-layout ${shellWord(layout)}`]),
    ...(isForRegctl(layout) ? [`regctl tag ls ${shellWord(`ocidir://${layout}`)}`] : []),
    `crane push --index ${shellWord(layout)} ${registryName(layout, undefined)}`,
  ];
}

function regctlCommands(named: string, target: string): readonly string[] {
  const word = shellWord(`ocidir://${named}`);
  return [`regctl manifest get ${word}`, `regctl image copy ${word} ${target}`];
}

/** It refuses a path with other characters. */
function isForRegctl(layout: string): boolean {
  return /^[\w/. -]+$/.test(layout);
}

/** Characters of a path that oras takes for the end of it, unless a digest follows. */
const orasSeparators = /[:@]/;

function skopeoCommands(layout: string, reference: string | undefined, target: string): readonly string[] {
  const named = shellWord(`oci:${layout}${reference === undefined ? '' : `:${reference}`}`);
  return [`skopeo inspect --raw ${named}`, `skopeo copy --all ${named} docker://${target}`];
}

/** A tag, as the distribution specification has it. */
const tagGrammar = /^\w[\w.-]{0,127}$/;

/** A reference name, as the image specification has it. */
const referenceGrammar =
  /^[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*(?:\/[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*)*$/;

/** Where a layout could go: a registry on this machine, for others to be put in its place. */
function registryName(layout: string, tag: string | undefined): string {
  const folder = layout.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  const name =
    folder
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'image';
  return `localhost:5000/${name}:${tag ?? 'latest'}`;
}
