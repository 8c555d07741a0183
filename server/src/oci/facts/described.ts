import { late } from '../../syntax/late.ts';
import type { AnnotationInfo } from './annotation-info.ts';
import { annotationInfos } from './annotations.ts';
import type { ArtifactProfile } from './artifact-profile.ts';
import { artifactProfiles } from './artifact-profiles.ts';
import type { Described, FactWords } from './fact-words.ts';
import { annotationWords } from './generated/annotation-words.ts';
import { mediaTypeWords } from './generated/media-type-words.ts';
import { profileWords } from './generated/profile-words.ts';
import type { MediaTypeInfo } from './media-type-info.ts';
import { mediaTypeInfos } from './media-types.ts';

const ofMediaTypes = wordsOf(mediaTypeInfos, mediaTypeWords);
const ofAnnotations = wordsOf(annotationInfos, annotationWords);
const ofProfiles = wordsOf(artifactProfiles, profileWords);

export function describedMediaType(info: MediaTypeInfo): Described<MediaTypeInfo> {
  return { ...info, ...wordsAbout(info, ofMediaTypes()) };
}

export function describedAnnotation(info: AnnotationInfo): Described<AnnotationInfo> {
  return { ...info, ...wordsAbout(info, ofAnnotations()) };
}

export function describedProfile(profile: ArtifactProfile): Described<ArtifactProfile> {
  return { ...profile, ...wordsAbout(profile, ofProfiles()) };
}

/** The words are in the order of the facts. */
function wordsOf<Fact>(facts: () => readonly Fact[], words: () => readonly FactWords[]) {
  return late((): ReadonlyMap<Fact, FactWords> => {
    const made = words();
    return new Map(facts().map((fact, i) => [fact, made[i] ?? { summary: '' }]));
  });
}

function wordsAbout<Fact>(fact: Fact, words: ReadonlyMap<Fact, FactWords>): FactWords {
  return words.get(fact) ?? { summary: '' };
}
