import { join } from 'node:path';
import { eventually, patience } from './eventually.ts';
import type { Person } from './person.ts';
import { outputOf, startProgram } from './programs.ts';

/** Headless Neovim, driven through its remote interface. */
export interface Neovim {
  open(path: string): Promise<void>;
  /** Rejects while a prompt is open, because Neovim answers nothing then. */
  text(): Promise<string>;
  /**
   * The content of `vim.diagnostic` for the current file, one per line, or undefined before the server has published
   * any.
   */
  problems(): Promise<readonly string[] | undefined>;
  /** Moves the cursor to a position (line and column from 1) and picks an entry in the menu of code actions. */
  pickCodeAction(line: number, column: number, title: string): Promise<void>;
  /** Waits for the lenses, as `4 config · ✓` with lines from 1. */
  lenses(): Promise<readonly string[]>;
  /** Runs the lens of a line (from 1), which may open a prompt. */
  runLens(line: number): Promise<void>;
  filetype(): Promise<string>;
  /** Types keys in Neovim's notation, such as `<Esc>`. */
  type(keys: string): Promise<void>;
  /** The items of the completion menu, as they would be inserted. */
  completions(): Promise<readonly string[]>;
}

/** The functions that the tests call in Neovim. Empty diagnostics of a valid file are also reported. */
const observer = `
local heard = {}
vim.api.nvim_create_autocmd('DiagnosticChanged', { callback = function(event) heard[event.buf] = true end })

function Problems()
  if not heard[vim.api.nvim_get_current_buf()] then return nil end
  return vim.tbl_map(function(found)
    local place = ('%d:%d-%d:%d'):format(found.lnum + 1, found.col + 1, found.end_lnum + 1, found.end_col + 1)
    local severity = vim.diagnostic.severity[found.severity]:lower()
    return ('%s %s %s(%s) %s'):format(place, severity, found.source, found.code or '?', found.message)
  end, vim.diagnostic.get(0))
end

function PickCodeAction(line, column, title)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
  vim.ui.select = function(items, options, choose)
    for place, item in ipairs(items) do
      if options.format_item(item) == title then choose(item, place) end
    end
  end
  vim.lsp.buf.code_action()
end

function Lenses()
  vim.lsp.codelens.refresh()
  return vim.tbl_map(function(lens)
    return ('%d %s'):format(lens.range.start.line + 1, lens.command and lens.command.title or '?')
  end, vim.lsp.codelens.get(0))
end

function RunLens(line)
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.lsp.codelens.run()
end
`;

/** Starts Neovim with a configuration as the user's `init.lua`. */
export async function startNeovim(program: string, person: Person, configuration: string): Promise<Neovim> {
  person.write('.config/nvim/init.lua', configuration);
  person.write('observer.lua', observer);
  const socket = join(person.home, 'nvim.sock');
  const options = { cwd: person.folder, env: person.env };
  startProgram(program, ['--headless', '-n', '-i', 'NONE', '--listen', socket, '-S', '../observer.lua'], options);

  const evaluate = async <Value>(lua: string, timeout = patience): Promise<Value> => {
    const expression = `luaeval('vim.json.encode({ ${lua.replaceAll("'", "''")} })')`;
    const asking = ['--server', socket, '--remote-expr', expression];
    const [value] = JSON.parse(await outputOf(program, asking, { ...options, timeout }));
    return value;
  };
  await eventually(() => evaluate('Problems ~= nil'));
  return {
    open: (path) => evaluate(`vim.cmd(${quoted(`edit ${path}`)})`),
    text: async () => (await evaluate<string[]>('vim.api.nvim_buf_get_lines(0, 0, -1, true)', 5000)).join('\n'),
    problems: () => evaluate('Problems()'),
    pickCodeAction: (line, column, title) => evaluate(`PickCodeAction(${line}, ${column}, ${quoted(title)})`),
    lenses: () => evaluate('Lenses()'),
    runLens: (line) => evaluate(`RunLens(${line})`),
    filetype: () => evaluate('vim.bo.filetype'),
    type: async (keys) => {
      await outputOf(program, ['--server', socket, '--remote-send', keys], options);
    },
    completions: () =>
      evaluate("vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)"),
  };
}

function quoted(text: string): string {
  return `[==[${text}]==]`;
}
