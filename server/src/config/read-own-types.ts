import { ownPlaces } from '../oci/own-types.ts';
import { quoted } from '../rules/support/finding.ts';
import { ownEntry } from '../syntax/own-entry.ts';
import { itemsOf, type JsonNode, membersOf, stringOf } from '../syntax/tree.ts';
import { type ConfigFault, faultAtName, faultAtValue } from './config-fault.ts';
import { didYouMean } from './did-you-mean.ts';

/** RFC 6838 section 4.2. */
const mediaTypeForm = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i;

type Form = 'text' | 'types' | 'places';

const mediaTypeMembers: Readonly<Record<string, Form>> = { title: 'text', description: 'text', places: 'places' };
const artifactTypeMembers: Readonly<Record<string, Form>> = {
  title: 'text',
  description: 'text',
  config: 'types',
  layers: 'types',
};

/** Validates `mediaTypes`: custom media types with descriptions. */
export function* faultsOfMediaTypes(value: JsonNode): Iterable<ConfigFault> {
  yield* faultsOf(value, mediaTypeMembers);
}

/** Validates `artifactTypes`: custom artifact types with their config and layer types. */
export function* faultsOfArtifactTypes(value: JsonNode): Iterable<ConfigFault> {
  yield* faultsOf(value, artifactTypeMembers);
}

function* faultsOf(value: JsonNode, known: Readonly<Record<string, Form>>): Iterable<ConfigFault> {
  if (value.type !== 'object') yield faultAtValue(value, 'Expected an object.');
  for (const type of membersOf(value)) {
    if (!mediaTypeForm.test(type.name)) yield faultAtName(type, `Invalid media type ${quoted(type.name)}.`);
    if (type.value === undefined) continue;
    if (type.value.type !== 'object') yield faultAtValue(type.value, 'Expected an object.');
    for (const member of membersOf(type.value)) {
      const form = ownEntry(known, member.name);
      if (form === undefined) {
        const hint = didYouMean(member.name, Object.keys(known));
        yield faultAtName(member, `Unknown setting ${quoted(member.name)}${hint}`);
      } else if (member.value !== undefined) yield* faultsOfForm(member.name, member.value, form);
    }
  }
}

function* faultsOfForm(name: string, value: JsonNode, form: Form): Iterable<ConfigFault> {
  if (form === 'text') {
    if (value.type !== 'string') yield faultAtValue(value, `\`${name}\` must be a string.`);
    return;
  }
  if (value.type !== 'array') yield faultAtValue(value, `\`${name}\` must be an array.`);
  for (const item of itemsOf(value)) {
    const text = stringOf(item);
    if (form === 'places' && !ownPlaces.includes(text as never)) {
      yield faultAtValue(item, `Expected ${ownPlaces.join(', ')}.`);
    }
    if (form === 'types' && !mediaTypeForm.test(text ?? '')) yield faultAtValue(item, 'Expected a media type.');
  }
}
