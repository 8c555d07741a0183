import { annotationInfoOf, annotationInfos } from '../../oci/facts/annotations.ts';
import { late } from '../../syntax/late.ts';
import { editDistance } from './edit-distance.ts';
import { nearestOf } from './nearest.ts';

/** The prefix of the image specification's own keys. */
export const imageKeyPrefix = 'org.opencontainers.image.';

/** The specification's key of which a key is a typo. Undefined for known keys and for keys that resemble none. */
export function annotationKeyMeantBy(key: string): string | undefined {
  const unleveled = withoutLevel(key);
  if (unleveled !== undefined) return annotationKeyMeantBy(unleveled) ?? unleveled;
  if (!isNear(key)) return undefined;
  const info = annotationInfoOf(key);
  if (info !== undefined) return info.status === 'misspelled' ? info.replacedBy : undefined;
  // Before version 1.0, keys lacked `image.`, and a few tools still write them so.
  const old = /^org\.opencontainers\.(?!images?\.)([a-z.]+)$/.exec(key)?.[1];
  if (old !== undefined) return specifiedKeys().find((known) => known === `${imageKeyPrefix}${old}`);
  const tail = /^(?:[a-z]{2,4}\.)?open-?containers?\.images?\.([^/]+)$/i.exec(key)?.[1];
  if (tail === undefined) return nearestOf(key, specifiedKeys(), imageKeyPrefix.length);
  return nearestTailOf(tail);
}

/**
 * The key after a prefix such as `index,manifest[linux/amd64]:`, with which `docker buildx build --annotation` selects
 * the object to annotate. Other tools treat the prefix as part of the key.
 */
function withoutLevel(key: string): string | undefined {
  const colon = key[0] === 'i' || key[0] === 'm' ? key.lastIndexOf(':') : -1;
  const own = key.slice(colon + 1);
  if (colon < 0 || !own.includes('.')) return undefined;
  return key.slice(0, colon).split(',').every(isLevel) ? own : undefined;
}

function isLevel(text: string): boolean {
  return /^(?:index|manifest)(?:-descriptor)?(?:\[[^\]]*\])?$/.test(text);
}

/** A cheap check first, which most keys fail. */
function isNear(key: string): boolean {
  return key.includes('mage') || /open-?container/i.test(key);
}

const specified = late(() =>
  annotationInfos().filter(
    ({ key, places, status }) => key.startsWith(imageKeyPrefix) && status === 'current' && !places.includes('runtime'),
  ),
);
const specifiedKeys = late(() => specified().map(({ key }) => key));
const plainTails = late(() => specifiedKeys().map((key) => [plainOf(key.slice(imageKeyPrefix.length)), key] as const));

function nearestTailOf(tail: string): string | undefined {
  const written = plainOf(tail);
  return plainTails().find(([known]) => {
    const limit = known.length >= 8 ? 2 : 1;
    return known.length <= 3 ? known === written : editDistance(known, written, limit) <= limit;
  })?.[1];
}

function plainOf(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}
