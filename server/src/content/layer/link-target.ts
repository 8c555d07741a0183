import { parentOf } from '../archive/tar-path.ts';

/** Where a symbolic link leads, from the root on, which it cannot leave: as in a container. */
export function linkTarget(path: string, link: string): string {
  const steps = (link.startsWith('/') ? link : `${parentOf(path)}/${link}`).split('/');
  const parts: string[] = [];
  for (const step of steps) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}
