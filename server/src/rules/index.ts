import { ambiguousDocument } from './ambiguous-document.ts';
import { annotationBaseDigest } from './annotation-base-digest.ts';
import { annotationBaseName } from './annotation-base-name.ts';
import { annotationBasePair } from './annotation-base-pair.ts';
import { annotationCreated } from './annotation-created.ts';
import { annotationKeyMisspelt } from './annotation-key-misspelt.ts';
import { annotationKeyNamespaced } from './annotation-key-namespaced.ts';
import { annotationKeyReserved } from './annotation-key-reserved.ts';
import { annotationKeySuperseded } from './annotation-key-superseded.ts';
import { annotationLicenses } from './annotation-licenses.ts';
import { annotationRefName } from './annotation-ref-name.ts';
import { annotationUrl } from './annotation-url.ts';
import { annotationValue } from './annotation-value.ts';
import { artifactConfig } from './artifact-config.ts';
import { artifactConfigType } from './artifact-config-type.ts';
import { artifactLayers } from './artifact-layers.ts';
import { artifactTypeMatchesTarget } from './artifact-type-matches-target.ts';
import { artifactTypeMissing } from './artifact-type-missing.ts';
import { attestationReference } from './attestation-reference.ts';
import { blobNameMatches } from './blob-name-matches.ts';
import { configArgsEscaped } from './config-args-escaped.ts';
import { configCommand } from './config-command.ts';
import { configCreated } from './config-created.ts';
import { configDiffIdsMatchLayers } from './config-diff-ids-match-layers.ts';
import { configEnv } from './config-env.ts';
import { configExposedPorts } from './config-exposed-ports.ts';
import { configHistoryCount } from './config-history-count.ts';
import { configPaths } from './config-paths.ts';
import { configPlatformAgrees } from './config-platform-agrees.ts';
import { configReservedMembers } from './config-reserved-members.ts';
import { configStopSignal } from './config-stop-signal.ts';
import { configUser } from './config-user.ts';
import { contentMissing } from './content-missing.ts';
import { descriptorData } from './descriptor-data.ts';
import { descriptorDataLarge } from './descriptor-data-large.ts';
import { descriptorDataSupport } from './descriptor-data-support.ts';
import { descriptorDigestMatches } from './descriptor-digest-matches.ts';
import { descriptorSize } from './descriptor-size.ts';
import { descriptorSizeMatches } from './descriptor-size-matches.ts';
import { descriptorUrlFragment } from './descriptor-url-fragment.ts';
import { descriptorUrls } from './descriptor-urls.ts';
import { digestForm } from './digest-form.ts';
import { digestPortable } from './digest-portable.ts';
import { digestRegistered } from './digest-registered.ts';
import { dockerMembers } from './docker-members.ts';
import { dockerSchema1 } from './docker-schema1.ts';
import { documentSize } from './document-size.ts';
import { duplicateNames } from './duplicate-names.ts';
import { duplicatePlatforms } from './duplicate-platforms.ts';
import { emptyConfigArtifactType } from './empty-config-artifact-type.ts';
import { emptyDescriptor } from './empty-descriptor.ts';
import { imageConfigEmpty } from './image-config-empty.ts';
import { indexArtifactType } from './index-artifact-type.ts';
import { indexEntryType } from './index-entry-type.ts';
import { jsonDepth } from './json-depth.ts';
import { jsonEncoding } from './json-encoding.ts';
import { jsonSyntax } from './json-syntax.ts';
import { layerArchive } from './layer-archive.ts';
import { layerCompression } from './layer-compression.ts';
import { layerDuplicatePaths } from './layer-duplicate-paths.ts';
import { layerNondistributable } from './layer-nondistributable.ts';
import { layerSparseFiles } from './layer-sparse-files.ts';
import { layerTypePortable } from './layer-type-portable.ts';
import { layerWhiteoutBase } from './layer-whiteout-base.ts';
import { layerWhiteoutForm } from './layer-whiteout-form.ts';
import { layerWhiteoutOpaque } from './layer-whiteout-opaque.ts';
import { layerWhiteoutOrder } from './layer-whiteout-order.ts';
import { layerZstd } from './layer-zstd.ts';
import { layoutBlobNameGrammar } from './layout-blob-name-grammar.ts';
import { layoutBlobsDir } from './layout-blobs-dir.ts';
import { layoutIndexExists } from './layout-index-exists.ts';
import { layoutMarkerExists } from './layout-marker-exists.ts';
import { manifestLayers } from './manifest-layers.ts';
import { mediaTypeFamilies } from './media-type-families.ts';
import { mediaTypeForm } from './media-type-form.ts';
import { mediaTypeMatchesTarget } from './media-type-matches-target.ts';
import { mediaTypeMissing } from './media-type-missing.ts';
import { mediaTypeMisspelt } from './media-type-misspelt.ts';
import { mediaTypeValue } from './media-type-value.ts';
import { memberNameCase } from './member-name-case.ts';
import { memberNameMisspelt } from './member-name-misspelt.ts';
import { nestedIndex } from './nested-index.ts';
import { osFeatures } from './os-features.ts';
import { osFeaturesUnlisted } from './os-features-unlisted.ts';
import { platformArchitecture } from './platform-architecture.ts';
import { platformFeatures } from './platform-features.ts';
import { platformMissing } from './platform-missing.ts';
import { platformOs } from './platform-os.ts';
import { platformVariant } from './platform-variant.ts';
import { platformVariantUnlisted } from './platform-variant-unlisted.ts';
import { refNamePlace } from './ref-name-place.ts';
import { refNameTag } from './ref-name-tag.ts';
import { refNameUnique } from './ref-name-unique.ts';
import { referrersList } from './referrers-list.ts';
import { referrersTag } from './referrers-tag.ts';
import type { ContentRule, DocumentRule } from './rule.ts';
import { schema } from './schema.ts';
import { subjectMediaType } from './subject-media-type.ts';
import { unknownMember } from './unknown-member.ts';
import { windowsOsVersion } from './windows-os-version.ts';
import { windowsOsVersionMissing } from './windows-os-version-missing.ts';
import { zeroLengthBlob } from './zero-length-blob.ts';
import { zeroLengthDigest } from './zero-length-digest.ts';

/** Every document rule. The schema comes last: a more precise rule silences it at the same place. */
export const documentRules: readonly DocumentRule[] = [
  jsonSyntax,
  jsonEncoding,
  jsonDepth,
  duplicateNames,
  memberNameCase,
  memberNameMisspelt,
  ambiguousDocument,
  mediaTypeMissing,
  mediaTypeValue,
  mediaTypeForm,
  emptyConfigArtifactType,
  digestForm,
  descriptorSize,
  descriptorData,
  emptyDescriptor,
  manifestLayers,
  documentSize,
  mediaTypeMisspelt,
  mediaTypeFamilies,
  artifactConfigType,
  artifactConfig,
  artifactLayers,
  artifactTypeMissing,
  imageConfigEmpty,
  subjectMediaType,
  layerNondistributable,
  layerTypePortable,
  layerZstd,
  zeroLengthDigest,
  zeroLengthBlob,
  descriptorDataLarge,
  descriptorDataSupport,
  descriptorUrls,
  descriptorUrlFragment,
  digestPortable,
  digestRegistered,
  dockerMembers,
  duplicatePlatforms,
  platformMissing,
  nestedIndex,
  indexEntryType,
  indexArtifactType,
  attestationReference,
  platformArchitecture,
  platformOs,
  platformVariant,
  platformVariantUnlisted,
  platformFeatures,
  windowsOsVersion,
  windowsOsVersionMissing,
  osFeatures,
  osFeaturesUnlisted,
  annotationKeyMisspelt,
  annotationKeyReserved,
  annotationKeySuperseded,
  annotationKeyNamespaced,
  annotationCreated,
  annotationUrl,
  annotationLicenses,
  annotationRefName,
  annotationBaseDigest,
  annotationBaseName,
  annotationBasePair,
  annotationValue,
  refNamePlace,
  refNameUnique,
  refNameTag,
  referrersTag,
  configCreated,
  configEnv,
  configExposedPorts,
  configPaths,
  configUser,
  configStopSignal,
  configHistoryCount,
  configCommand,
  configArgsEscaped,
  configReservedMembers,
  unknownMember,
  dockerSchema1,
  schema,
];

/** Every content rule. */
export const contentRules: readonly ContentRule[] = [
  layoutIndexExists,
  layoutBlobsDir,
  layoutBlobNameGrammar,
  layoutMarkerExists,
  blobNameMatches,
  contentMissing,
  descriptorDigestMatches,
  descriptorSizeMatches,
  mediaTypeMatchesTarget,
  artifactTypeMatchesTarget,
  configPlatformAgrees,
  configDiffIdsMatchLayers,
  layerCompression,
  layerArchive,
  layerDuplicatePaths,
  layerSparseFiles,
  layerWhiteoutForm,
  layerWhiteoutBase,
  layerWhiteoutOrder,
  layerWhiteoutOpaque,
  referrersList,
];
