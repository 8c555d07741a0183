import type { ByteReader } from './byte-reader.ts';
import { architectureOfElf, elfStart } from './elf.ts';
import { type TarEntry, textOfPath } from './tar.ts';
import { isExecutable, isFileEntry } from './tar-details.ts';
import { cleanPathOf } from './tar-path.ts';

/** The first ELF program of a layer by the architecture it is for. */
export type ProgramsByArchitecture = ReadonlyMap<string, string>;

export interface LayerPrograms {
  /** Those where the base system has its programs. */
  readonly ofSystem: ProgramsByArchitecture;
  readonly others: ProgramsByArchitecture;
}

const systemFolders = /^(?:usr\/)?s?bin\/[^/]+$/;

/** Collects the programs while entries are added in order. */
export function createLayerPrograms() {
  const [ofSystem, others] = [new Map<string, string>(), new Map<string, string>()];
  return {
    programs: { ofSystem, others } as LayerPrograms,
    /** Reads the start of the entry's body, if it may be a program. */
    async add(entry: TarEntry, reader: ByteReader): Promise<void> {
      if (entry.size < elfStart || entry.isSparse || !isFileEntry(entry) || !isExecutable(entry)) return;
      const path = cleanPathOf(entry.path);
      if (/\.so(?:\.|$)/.test(path)) return;
      const architecture = architectureOfElf(await reader.take(elfStart));
      if (architecture === undefined) return;
      const programs = systemFolders.test(path) ? ofSystem : others;
      if (!programs.has(architecture)) programs.set(architecture, textOfPath(path));
    },
  };
}
