import { version as packageVersion } from '../../package.json';
import { languageService } from './library/language-service.ts';
import { fixDocument, lintDocument } from './library/lint-document.ts';
import { lintWholeLayout } from './library/lint-layout.ts';
import type * as Public from './library/public.d.ts';

// The `typeof` annotations make the compiler check that implementation and public declarations match.
export const lint: typeof Public.lint = lintDocument;
export const fix: typeof Public.fix = fixDocument;
export const lintLayout: typeof Public.lintLayout = lintWholeLayout;
export const createLanguageService: typeof Public.createLanguageService = languageService;
export const version: typeof Public.version = packageVersion;
({ lint, fix, lintLayout, createLanguageService, version }) satisfies typeof Public;
