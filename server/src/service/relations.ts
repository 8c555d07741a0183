import type { Contents } from '../content/stores/contents.ts';
import { highlightsOf } from '../features/highlights.ts';
import { implementationsOf } from '../features/implementations.ts';
import type { Checks } from './checks.ts';
import type { Service } from './service-types.ts';

/** The part of the service that says what belongs to what is at a place. */
export type Relations = Pick<Service, 'highlights' | 'implementations'>;

export function createRelations(contents: Contents, checks: Checks): Relations {
  return {
    async highlights(uri, position) {
      const document = (await checks.at(uri, position))?.document;
      if (document === undefined) return [];
      const others = (await checks.embeddedIn(uri))?.parts.map((part) => part.document);
      return highlightsOf(document, document.json.lines.offsetAt(position), others);
    },

    async implementations(uri, position) {
      const document = (await checks.at(uri, position))?.document;
      return document === undefined
        ? []
        : implementationsOf(document, document.json.lines.offsetAt(position), contents);
    },
  };
}
