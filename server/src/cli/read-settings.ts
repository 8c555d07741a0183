import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Asked, Places, Reading } from '../config/find.ts';
import type { PlacedFault } from '../config/found.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { readPlain } from './paths.ts';

/** The paths of this system. */
export const diskPlaces: Places = { folderOf: dirname, nameOf: basename, below: join };

/** Reads a file of settings where there is one. */
export function readIfThere({ place, most }: Asked): Reading {
  return existsSync(place) ? readNamed(place, most) : undefined;
}

/** Reads a file of settings that somebody named: that there is none is a reason, too. */
export function readNamed(path: string, most: number): NonNullable<Reading> {
  try {
    return { text: readPlain(path, most).replace(/^\ufeff/, '') };
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
}

/** Who runs a check in CI must not take half of what was set for all of it: a fault ends the run. */
export function refuseFaults(shown: string, [fault]: readonly PlacedFault[]): void {
  if (fault !== undefined) throw new CliError(`${shown}:${fault.line}: ${fault.message}`);
}
