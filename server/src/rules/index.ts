import { ambiguousDocument } from './ambiguous-document.ts';
import { descriptorData } from './descriptor-data.ts';
import { descriptorSize } from './descriptor-size.ts';
import { digestForm } from './digest-form.ts';
import { dockerSchema1 } from './docker-schema1.ts';
import { documentSize } from './document-size.ts';
import { duplicateNames } from './duplicate-names.ts';
import { emptyConfigArtifactType } from './empty-config-artifact-type.ts';
import { emptyDescriptor } from './empty-descriptor.ts';
import { jsonDepth } from './json-depth.ts';
import { jsonEncoding } from './json-encoding.ts';
import { jsonSyntax } from './json-syntax.ts';
import { manifestLayers } from './manifest-layers.ts';
import { mediaTypeForm } from './media-type-form.ts';
import { mediaTypeMissing } from './media-type-missing.ts';
import { mediaTypeValue } from './media-type-value.ts';
import { memberNameCase } from './member-name-case.ts';
import { memberNameMisspelt } from './member-name-misspelt.ts';
import type { DocumentRule } from './rule.ts';
import { schema } from './schema.ts';

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
  dockerSchema1,
  schema,
];
