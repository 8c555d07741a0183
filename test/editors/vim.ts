import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './person.ts';
import { outputOf } from './programs.ts';

/** Vim, started anew for each file. */
export interface Vim {
  /** What ALE shows for a file, one finding per line, once the server has published diagnostics. */
  problemsOf(path: string): Promise<readonly string[]>;
}

/** A finding in ALE. */
interface Found {
  readonly lnum: number;
  readonly col: number;
  readonly end_lnum: number;
  readonly end_col: number;
  readonly type: string;
  readonly code: string;
  readonly text: string;
}

/** Waits for diagnostics, which may be empty, and writes down what is shown. */
const observer = `
let g:heard = 0
autocmd User ALELintPost let g:heard = 1
function! Observe() abort
  ALELint
  for turn in range(1200)
    if g:heard | break | endif
    sleep 100m
  endfor
  call writefile([json_encode({'heard': g:heard, 'found': ale#engine#GetLoclist(bufnr(''))})], $HOME . '/seen.json')
  qall!
endfunction
`;

/** Starts Vim with a configuration as the user's `.vimrc`. */
export function vimOf(program: string, person: Person, configuration: string): Vim {
  person.write('.vimrc', configuration);
  person.write('observer.vim', observer);
  const seen = join(person.home, 'seen.json');
  return {
    async problemsOf(path) {
      rmSync(seen, { force: true });
      const args = ['-N', '-n', '-S', join(person.home, 'observer.vim'), '-c', 'call Observe()', path];
      const options = { cwd: person.folder, env: { ...person.env, TERM: 'dumb' } };
      await outputOf(program, args, options);
      const { heard, found }: { heard: number; found: readonly Found[] } = JSON.parse(readFileSync(seen, 'utf8'));
      if (heard === 0) throw new Error(`Vim has heard nothing about ${path}`);
      return found.map(
        ({ lnum, col, end_lnum, end_col, type, code, text }) =>
          `${lnum}:${col}-${end_lnum}:${end_col} ${type} ${code}: ${text}`,
      );
    },
  };
}
