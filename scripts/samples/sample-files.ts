/** Everything below `samples/`, in memory. */
import { broken } from './broken.ts';
import { type Files, toBytes } from './files.ts';
import { imageLayout } from './image-layout.ts';
import { packageIndex } from './package-index.ts';
import { readme } from './readme.ts';
import { publicKeyPem } from './signature.ts';
import { single } from './single.ts';

/** Sorted by path. The bytes are the same in every run and on every machine. */
export function sampleFiles(): Files {
  const packages = packageIndex('package-index');
  const image = imageLayout('image-layout');
  const files = [
    ...packages.files,
    ['package-index.pub', toBytes(publicKeyPem())] as const,
    ...image.files,
    ...single('single'),
    ...broken('broken'),
    ...readme(packages, image),
  ];
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
