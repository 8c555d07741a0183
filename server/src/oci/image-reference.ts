import { digestProblemOf } from './digest.ts';

/** An image reference in the grammar of distribution/reference: `host/path:tag@digest`. */
export interface ImageReference {
  /** The registry; absent if the reference is not fully qualified. */
  readonly host?: string;
  readonly path: string;
  readonly tag?: string;
  readonly digest?: string;
}

const hostForm =
  /^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[A-Fa-f0-9:]+\])(?::[0-9]+)?$/;
const componentForm = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagForm = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** Far beyond any real reference. */
const longest = 1024;

/** Parses a reference; undefined if it does not match the grammar. */
export function readImageReference(text: string): ImageReference | undefined {
  if (text.length > longest) return undefined;
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && digestProblemOf(digest) !== undefined) return undefined;
  const named = at < 0 ? text : text.slice(0, at);
  // A colon before the last slash separates the host from its port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !isTag(tag)) return undefined;
  const { host, path } = splitHost(colon < 0 ? named : named.slice(0, colon));
  if (host !== undefined && !hostForm.test(host)) return undefined;
  if (!path.split('/').every((component) => componentForm.test(component))) return undefined;
  return {
    ...(host === undefined ? {} : { host }),
    path,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Whether a text is a valid tag (distribution-spec, "Pulling manifests"). */
export function isTag(text: string): boolean {
  return tagForm.test(text);
}

/** Adds Docker's defaults to a reference without host: Docker Hub, and `library` if it has a single component. */
export function qualifiedReferenceOf(text: string): string {
  return /^[^:@]*\//.test(text) ? `docker.io/${text}` : `docker.io/library/${text}`;
}

/**
 * The first component is a host if it cannot be part of a path: it contains a dot, port or uppercase letter, or is
 * `localhost`.
 */
function splitHost(name: string): { host?: string; path: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isHost = /[.:A-Z[]/.test(first) || first === 'localhost';
  return isHost ? { host: first, path: name.slice(slash + 1) } : { path: name };
}
