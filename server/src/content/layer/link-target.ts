import { parentOf } from '../archive/tar-path.ts';

/** The target of a symbolic link relative to the root, which it cannot escape, as in a container. */
export function linkTarget(path: string, link: string): string {
  const steps = (link.startsWith('/') ? link : `${parentOf(path)}/${link}`).split('/');
  const parts: string[] = [];
  for (const step of steps) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}
