import type { Contents } from '../content/stores/contents.ts';
import { isSettled, readTarget, type Target } from '../content/stores/targets.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import {
  chooseFileCommand,
  describeFileCommand,
  rehashCommand,
  updateSizeCommand,
  verifyCommand,
} from '../protocol.ts';
import { once } from '../rules/support/once.ts';
import { pointerOf } from '../syntax/pointer.ts';
import type { ClientPart } from './client-part.ts';
import { contentNameOf, labeledNameOf } from './content-name.ts';
import { contentStateOf } from './content-state.ts';
import type { LensText } from './lens-text.ts';

type Click = LensText['click'];

/** The lens of a descriptor: what its content is, whether it matches, and what can be done about it. */
export async function descriptorLensOf(
  document: OciDocument,
  pointer: string,
  label: string | undefined,
  contents: Contents,
  part: ClientPart,
): Promise<LensText> {
  const written = descriptorsByPointer(document).get(pointer);
  const descriptor = [document.uri, pointer];
  if (written?.value === undefined) {
    const name = written === undefined ? [] : [labeledNameOf(written, label)];
    return { text: [...name, 'incomplete descriptor'].join(' · '), ...clicked(choosing(descriptor, part)) };
  }
  const target = await readTarget(written, document.uri, contents, 'small');
  return textOf(target, document, descriptor, label, contents, part);
}

/** The same if all results are cached; otherwise undefined. */
export async function knownDescriptorLensOf(
  document: OciDocument,
  pointer: string,
  label: string | undefined,
  contents: Contents,
  part: ClientPart,
): Promise<LensText | undefined> {
  const written = descriptorsByPointer(document).get(pointer);
  if (written?.value === undefined) return descriptorLensOf(document, pointer, label, contents, part);
  const target = await readTarget(written, document.uri, contents, 'known');
  return isSettled(target) ? textOf(target, document, [document.uri, pointer], label, contents, part) : undefined;
}

async function textOf(
  target: Target,
  document: OciDocument,
  descriptor: readonly string[],
  label: string | undefined,
  contents: Contents,
  part: ClientPart,
): Promise<LensText> {
  const name = await contentNameOf(target, contents, label);
  if (target.verdict.state === 'same') return { text: `${name} · ✓` };
  return {
    text: `${name} · ${contentStateOf(target)}`,
    ...clicked(await mending(target, document, descriptor, contents, part)),
  };
}

const descriptorsByPointer = once(({ descriptors }) => {
  const found = new Map<string, WrittenDescriptor>();
  for (const written of descriptors) {
    const pointer = pointerOf(written.node);
    if (!found.has(pointer)) found.set(pointer, written);
  }
  return found;
});

async function mending(
  { verdict }: Target,
  document: OciDocument,
  descriptor: readonly string[],
  contents: Contents,
  part: ClientPart,
): Promise<Click> {
  switch (verdict.state) {
    case 'missing':
      return choosing(descriptor, part);
    case 'unread':
      return { change: 'verify', command: verifyCommand, arguments: descriptor };
    case 'other-size':
    case 'other-content': {
      const { uri, isGuess } = verdict.content;
      if (isGuess) return { change: 'update', command: describeFileCommand, arguments: [...descriptor, uri] };
      if (verdict.state === 'other-size' && verdict.isHashed)
        return { change: 'update', command: updateSizeCommand, arguments: descriptor };
      const isInLayout = uri !== undefined && (await contents.layoutOf(document.uri)) !== undefined;
      return isInLayout ? throughLayout(document) : undefined;
    }
    default:
      return undefined;
  }
}

/** A click that updates the layout to match its bytes. */
export function throughLayout({ uri }: OciDocument): Click {
  return { change: 'update through the layout', command: rehashCommand, arguments: [uri] };
}

function choosing(descriptor: readonly string[], part: ClientPart): Click {
  const command = part.hasCommands ? chooseFileCommand : part.asksPeople ? describeFileCommand : undefined;
  return command && { change: 'fill from file…', command, arguments: descriptor };
}

function clicked(click: Click): Pick<LensText, 'click'> {
  return click === undefined ? {} : { click };
}
