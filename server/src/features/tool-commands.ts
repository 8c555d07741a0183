import { shellWord } from './shell-word.ts';

/** The subject of a command line: content in a layout. */
export interface CommandTarget {
  /** Path of the layout's folder. */
  readonly layout: string;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly isManifest: boolean;
  /** Whether it is an entry of the layout's index.json. */
  readonly isEntry: boolean;
  /** Whether it is the layout's only entry. */
  readonly isOnly: boolean;
}

/** Commands of common tools that show content of a layout or copy it to a registry, ordered by tool. */
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
    // oras treats a manifest outside index.json as an untyped blob and cannot copy it.
    ...(isEntry ? [`oras cp --from-oci-layout ${shellWord(named)} ${target}`] : []),
    ...(isForRegctl(layout) ? regctlCommands(named, target) : []),
    // Without a name, skopeo uses the only entry. A colon would end the path.
    ...((reference !== undefined || isOnly) && !layout.includes(':') ? skopeoCommands(layout, reference, target) : []),
    // crane pushes the layout as a whole.
    ...(isOnly ? [`crane push ${shellWord(layout)} ${target}`] : []),
  ];
}

/** Commands that list the contents of a layout or copy it as a whole. */
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

/** regctl refuses paths with other characters. */
function isForRegctl(layout: string): boolean {
  return /^[\w/. -]+$/.test(layout);
}

/** oras ends the path at these characters, unless a digest follows. */
const orasSeparators = /[:@]/;

function skopeoCommands(layout: string, reference: string | undefined, target: string): readonly string[] {
  const named = shellWord(`oci:${layout}${reference === undefined ? '' : `:${reference}`}`);
  return [`skopeo inspect --raw ${named}`, `skopeo copy --all ${named} docker://${target}`];
}

/** Tag grammar of the distribution specification. */
const tagGrammar = /^\w[\w.-]{0,127}$/;

/** Reference name grammar of the image specification. */
const referenceGrammar =
  /^[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*(?:\/[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*)*$/;

/** A placeholder destination: a registry on localhost. */
function registryName(layout: string, tag: string | undefined): string {
  const folder = layout.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  const name =
    folder
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'image';
  return `localhost:5000/${name}:${tag ?? 'latest'}`;
}
