import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { CodeServer } from '../../scripts/provision/code-server.ts';
import { eventually, patience } from './eventually.ts';
import { fromRoot, newPerson, type Person } from './person.ts';
import { outputOf, startProgram } from './programs.ts';

/** Where VS Code runs the extension: in a Node process, or in a web worker as on vscode.dev. */
export type Host = 'node' | 'web';

/** What VS Code needs to start. */
export interface Programs {
  readonly server: CodeServer;
  /** The path of a Chromium. */
  readonly browser: string;
}

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Disables background activity and network requests of the browser. */
const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The first window of a newly built code-server takes a minute to appear, because everything is compiled for the first
 * time. No test should have to wait for that.
 */
async function warmUp(programs: Programs): Promise<void> {
  const marker = join(dirname(programs.server.entry), '.oci-manifests-warm');
  if (existsSync(marker)) return;
  const nobody = newPerson();
  const vsCode = await openWindow(programs, nobody, 'node', {});
  await vsCode.open('image-layout/index.json');
  await eventually(async () => assert.notDeepEqual(await vsCode.lenses(), []), 5 * 60_000);
  await vsCode.quit();
  writeFileSync(marker, '');
}

/**
 * Installs the packaged extension in a separate VS Code, and opens a window on the user's folder. `own` are settings,
 * `others` are more packed extensions.
 */
export async function startVsCode(
  programs: Programs,
  person: Person,
  host: Host,
  own: Readonly<Record<string, unknown>> = {},
  others: readonly string[] = [],
): Promise<VsCode> {
  await warmUp(programs);
  return openWindow(programs, person, host, own, others);
}

async function openWindow(
  { server, browser }: Programs,
  person: Person,
  host: Host,
  own: Readonly<Record<string, unknown>>,
  others: readonly string[] = [],
): Promise<VsCode> {
  const kinds = host === 'web' ? { 'remote.extensionKind': { 'oci-manifests.oci-manifests': ['web'] } } : {};
  person.write('user/User/settings.json', JSON.stringify({ ...settings, ...kinds, ...own }));
  const places = ['--user-data-dir', join(person.home, 'user'), '--extensions-dir', join(person.home, 'extensions')];
  const run = [server.entry, ...places];
  for (const vsix of [fromRoot('dist/oci-manifests.vsix'), ...others])
    await outputOf(server.node, [...run, '--install-extension', vsix], { env: person.env });
  const url = await serve(server.node, run, person);
  const chrome = await chromium.launch({ executablePath: browser, args: browserFlags, timeout: patience });
  const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  await page.goto(`${url}?folder=${encodeURIComponent(person.folder)}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 180_000 });
  return new VsCode(chrome, page);
}

/**
 * Starts the server and returns its URL once it answers. The server chooses its port: one that was free a moment ago
 * may be taken by now.
 */
async function serve(node: string, run: readonly string[], person: Person): Promise<string> {
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const { stdout } = startProgram(node, [...run, ...quiet, '--bind-addr', '127.0.0.1:0'], {
    env: person.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    // All output must be read, but only its start tells the URL.
    if (said.length < 10_000) said += text;
  });
  return eventually(async () => {
    const [, url] = /listening on (http:\/\/127\.0\.0\.1:\d+\/)/.exec(said) ?? [];
    assert.ok(url, `code-server does not listen: ${said}`);
    await (await fetch(url)).body?.cancel();
    return url;
  });
}

/**
 * A window of VS Code, and what a user does and sees in it. VS Code drops keys and clicks while it redraws, and closes
 * prompts that lose the focus. A step that opens something and its use are therefore repeated together.
 */
export class VsCode {
  constructor(
    private readonly chrome: Browser,
    readonly page: Page,
  ) {}

  /** The field of the palette, a list or a prompt. */
  get input(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** The first item of the palette or a list with this text. */
  item(text: string | RegExp): Locator {
    return this.items.filter({ hasText: text }).first();
  }

  /** The items of the palette or a list. */
  get items(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Chooses an item of a list, and rejects if it is not there soon. */
  async pick(text: string | RegExp): Promise<void> {
    await this.item(text).click({ timeout: 5000 });
  }

  /** Opens a file by its path, like Ctrl+P. */
  async open(path: string): Promise<void> {
    const [name = '', folder = ''] = path.split('/').reverse();
    await eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+p');
      await this.input.fill(path, { timeout: 5000 });
      const first = this.items.first();
      // Several folders have files with this name, and the most recent one is listed first until the path is resolved.
      await first.filter({ hasText: name }).filter({ hasText: folder }).waitFor({ timeout: 5000 });
      await this.page.keyboard.press('Enter');
      await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 5000 });
    });
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.page.mouse.move(640, 790);
  }

  /** Repeats an action, which must be safe to repeat, until its result shows within a time in milliseconds. */
  async until(act: () => Promise<unknown>, shows: () => unknown, milliseconds = 10_000): Promise<void> {
    let isRepeated = false;
    await eventually(async () => {
      // The result may only have been slow to show.
      if (isRepeated && (await holds(shows))) return;
      isRepeated = true;
      await act();
      await eventually(shows, milliseconds);
    });
  }

  /** Collapses a section of the side bar. A second click would expand it again. */
  async collapse(header: Locator): Promise<void> {
    await eventually(async () => {
      if ((await header.getAttribute('aria-expanded', { timeout: 5000 })) === 'true')
        await header.click({ timeout: 5000 });
      assert.equal(await header.getAttribute('aria-expanded', { timeout: 5000 }), 'false');
    });
  }

  /**
   * Inserts text at a line and column, both from 1, unless the document has it already. `result` is a text that only the
   * edited document has.
   */
  async insert(line: number, column: number, text: string, result = text): Promise<void> {
    const isThere = async () => (await this.text()).includes(result);
    await this.until(
      async () => {
        if (await isThere()) return;
        await this.goTo(line, column);
        // In one step, so that it is there as a whole or not at all.
        await this.page.keyboard.insertText(text);
      },
      async () => assert.ok(await isThere(), `no line has ${result}`),
    );
  }

  /** The rows of the Problems panel: message, source, rule, location. */
  async problems(): Promise<readonly string[]> {
    const panel = this.page.locator('.markers-panel-container');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+m');
    await panel.waitFor({ timeout: 5000 });
    return (await this.fromTheTop('.monaco-list-row:has(.marker-icon)', panel)).map(inOneLine);
  }

  /** The number of visible squiggles of a severity. */
  squiggles(severity: 'error' | 'warning'): Promise<number> {
    return this.page.locator(`.view-overlays .squiggly-${severity}`).count();
  }

  /** The text of the language status on mouse hover. */
  async languageStatus(): Promise<string> {
    await this.page.mouse.move(640, 300);
    await this.page.locator('[id="status.languageStatus"]').hover({ timeout: 5000 });
    const card = this.page.locator('.hover-language-status');
    await card.first().waitFor({ timeout: 5000 });
    return (await card.allInnerTexts()).join('\n');
  }

  /** "JSON" in the status bar. */
  languageMode(): Promise<string> {
    return this.page.locator('[id="status.editor.mode"]').innerText({ timeout: 5000 });
  }

  /** The visible lenses from the top. */
  lenses(): Promise<readonly string[]> {
    return this.fromTheTop('.codelens-decoration');
  }

  /** Clicks the lens with this text. */
  async clickLens(text: string): Promise<void> {
    await eventually(async () => {
      // Moves the mouse away from anything with a hover.
      await this.page.mouse.move(640, 790);
      await this.page.locator('.codelens-decoration a', { hasText: text }).first().click({ timeout: 2000 });
    });
  }

  /** Runs a command by its title, like Ctrl+Shift+P. */
  async command(title: string): Promise<void> {
    await eventually(async () => {
      await (await this.offered(title)).click({ timeout: 5000 });
      // Until the click has arrived. The command may open a list of its own.
      await eventually(async () => {
        if (!(await this.input.isVisible())) return;
        assert.notEqual(await this.input.inputValue({ timeout: 1000 }), `>${title}`, 'the palette is still open');
      }, 5000);
    });
  }

  /**
   * Waits until a command is offered, then closes the palette. Some commands only appear once the server has identified
   * the document, and an open palette does not update.
   */
  async untilOffered(title: string): Promise<void> {
    await eventually(() => this.offered(title));
    await this.until(
      () => this.page.keyboard.press('Escape'),
      () => this.input.waitFor({ state: 'hidden', timeout: 2000 }),
    );
  }

  /** Opens the palette, and rejects if it has no command with this title. */
  private async offered(title: string): Promise<Locator> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Control+Shift+p');
    await this.input.fill(`>${title}`, { timeout: 5000 });
    await this.item(title).waitFor({ timeout: 5000 });
    return this.item(title);
  }

  /** Moves the cursor to a line and column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.focusText();
      await this.page.keyboard.press('Control+g');
      await this.input.fill(`:${line}:${column}`, { timeout: 2000 });
      await this.page.keyboard.press('Enter');
      await this.input.waitFor({ state: 'hidden', timeout: 2000 });
      const at = await this.page.locator('[id="status.editor.selection"]').innerText({ timeout: 2000 });
      assert.match(at, new RegExp(`Ln ${line}, `));
    });
  }

  /** Types into a read-only editor, and waits for its message. */
  async typeIntoReadOnly(text: string): Promise<void> {
    await eventually(async () => {
      await this.focusText();
      await this.page.keyboard.type(text);
      const said = await this.page.locator('.monaco-editor-overlaymessage').innerText({ timeout: 3000 });
      assert.match(said, /read-only/);
    });
  }

  /** Opens a walkthrough at one of its steps. */
  async walkthroughStep(walkthrough: string, title: string): Promise<Locator> {
    const step = this.page.locator('.getting-started-step', { hasText: title });
    const expanded = this.page.locator('.getting-started-step.expanded', { hasText: title });
    await eventually(async () => {
      await this.command('Welcome: Open Walkthrough...');
      await this.input.fill(walkthrough, { timeout: 5000 });
      await this.pick(walkthrough);
      await step.waitFor({ timeout: 5000 });
      // A click on an expanded step would collapse it.
      if (await expanded.isHidden()) await step.click({ timeout: 5000 });
      await expanded.waitFor({ timeout: 5000 });
    });
    return step;
  }

  /** Closes the Problems panel to make room for the editor. */
  async hideProblems(): Promise<void> {
    const panel = this.page.locator('.markers-panel-container');
    await eventually(async () => {
      if (await panel.isVisible()) await this.page.keyboard.press('Control+j');
      await panel.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  /** Applies a code action from the light bulb at a line and column, both from 1, until its result shows. */
  async quickFix([line, column]: readonly [number, number], title: string, shows: () => unknown): Promise<void> {
    const action = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await this.until(async () => {
      await this.goTo(line, column);
      await this.page.keyboard.press('Control+.');
      await action.waitFor({ timeout: 2000 });
      // Some versions ignore the pointer until it moves.
      await this.page.mouse.move(640, 790);
      await action.click({ timeout: 2000 });
      await action.waitFor({ state: 'hidden', timeout: 2000 });
    }, shows);
  }

  /** The hover on a word in the editor. */
  async hoverOn(text: string): Promise<string> {
    const card = this.page.locator('.monaco-hover-content:visible').first();
    return eventually(async () => {
      await this.page.mouse.move(640, 790);
      await this.word(text).hover({ position: { x: 20, y: 8 }, timeout: 2000 });
      await card.waitFor({ timeout: 2000 });
      return card.innerText({ timeout: 2000 });
    });
  }

  /** The labels in the suggest widget at the cursor. */
  async suggestions(): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    return eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+Space');
      await rows.first().waitFor({ timeout: 2000 });
      return (await this.fromTheTop('.suggest-widget.visible .monaco-list-row .label-name')).map(inOneLine);
    });
  }

  /** The visible entries of the outline, as shown. */
  async outline(): Promise<readonly string[]> {
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    if (!(await rows.first().isVisible())) await this.command('Explorer: Focus on Outline View');
    await rows.first().waitFor({ timeout: 5000 });
    return (await this.fromTheTop('.outline-pane .monaco-list-row')).map(inOneLine);
  }

  /** Chooses from a context menu. Menus ignore clicks at first, so clicks are repeated until the menu closes. */
  async fromMenu(target: Locator, label: string): Promise<void> {
    // The menu is in a shadow root, which locators pierce. A click on its text alone may hit the border.
    const item = this.page.locator('.context-view .action-label', { hasText: label }).first();
    await eventually(async () => {
      await this.page.keyboard.press('Escape');
      await target.click({ button: 'right', timeout: 5000 });
      await item.waitFor({ timeout: 5000 });
      await eventually(async () => {
        if (await item.isVisible()) await item.click({ timeout: 1000 });
        await item.waitFor({ state: 'hidden', timeout: 500 });
      }, 5000);
    });
  }

  /** The first visible notification with this text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-list-item:visible', { hasText: text }).first();
  }

  /** The visible notifications with their buttons, one per line, including those of the editor itself. */
  async notifications(): Promise<string> {
    const all = await this.page.locator('.notification-list-item:visible').allInnerTexts();
    return all.map(inOneLine).join('\n');
  }

  /** Presses a button of a notification. */
  async answer(button: string): Promise<void> {
    const shown = this.page.locator('.notification-list-item .monaco-button:visible', { hasText: button }).first();
    await this.untilNotified(shown);
    await eventually(async () => {
      if (await shown.isVisible()) await shown.click({ timeout: 2000 });
      await shown.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  /** Waits for a notification. It pops up for some seconds, and is only in the notification center after that. */
  async untilNotified(wanted: Locator): Promise<void> {
    await eventually(async () => {
      if (await holds(() => wanted.waitFor({ timeout: 15_000 }))) return;
      await this.command('Notifications: Show Notifications');
      await wanted.waitFor({ timeout: 5000 });
    });
  }

  /** The text of a modal dialog. */
  async dialog(): Promise<string> {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ timeout: 5000 });
    return inOneLine(await dialog.innerText({ timeout: 5000 }));
  }

  /** Presses a button of a dialog. */
  async choose(button: string): Promise<void> {
    const shown = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).first();
    await shown.waitFor();
    await eventually(async () => {
      if (await shown.isVisible()) await shown.click({ timeout: 2000 });
      await shown.waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /** Changes the language mode of the active editor. */
  async changeLanguage(name: string): Promise<void> {
    const choose = async () => {
      await this.page.keyboard.press('Escape');
      await this.page.locator('[id="status.editor.mode"]').click({ timeout: 5000 });
      await this.input.fill(name, { timeout: 5000 });
      await this.pick(name);
    };
    await this.until(choose, async () => assert.equal(await this.languageMode(), name));
  }

  /** Undoes the last change in all files. */
  async undo(): Promise<void> {
    await this.focusText();
    await this.page.keyboard.press('Control+z');
  }

  /** Redoes the last undone change. */
  async redo(): Promise<void> {
    await this.focusText();
    await this.page.keyboard.press('Control+Shift+z');
  }

  /** The visible lines of the editor from the top. */
  async lines(): Promise<readonly string[]> {
    const lines = await this.fromTheTop('.editor-instance .view-line');
    return lines.map((line) => line.replaceAll('\u00a0', ' '));
  }

  /** The visible text of the editor. */
  async text(): Promise<string> {
    return (await this.lines()).join('\n');
  }

  /** Focuses the text of the active editor. */
  async focusText(): Promise<void> {
    await this.page.locator('.editor-instance .view-lines').first().click({ timeout: 5000 });
  }

  /**
   * The texts of elements in visual order, which differs from DOM order. Reads them in one step, because elements may
   * be replaced between finding and reading them.
   */
  async fromTheTop(selector: string, within = this.page.locator('body')): Promise<readonly string[]> {
    return within.evaluate(
      (element, wanted) =>
        Array.from(element.querySelectorAll(wanted) as Iterable<Seen>, (found) => ({
          text: found.innerText,
          y: found.getBoundingClientRect().y,
        }))
          .sort((a, b) => a.y - b.y)
          .map(({ text }) => text),
      selector,
      { timeout: 5000 },
    );
  }

  /** Shows the graph of the active document beside it. */
  async showGraph(): Promise<void> {
    await this.untilOffered('Show Graph');
    await this.until(
      async () => {
        if ((await this.page.locator('iframe.webview').count()) === 0) await this.command('OCI: Show Graph');
      },
      () => this.page.locator('iframe.webview.ready').first().waitFor({ state: 'attached', timeout: 5000 }),
    );
  }

  /** Takes a screenshot for the README, if requested, with hovers as they are after they have faded in. */
  async picture(name: string): Promise<void> {
    if (process.env.UPDATE_SCREENSHOTS !== '1') return;
    await this.page.screenshot({ path: fromRoot(`docs/images/${name}.png`), animations: 'disabled' });
  }

  async quit(): Promise<void> {
    await this.chrome.close();
  }

  private word(text: string): Locator {
    return this.page.locator('.editor-instance .view-line span span', { hasText: text }).first();
  }
}

/** A DOM element. */
interface Seen {
  readonly innerText: string;
  getBoundingClientRect(): { readonly y: number };
}

async function holds(shows: () => unknown): Promise<boolean> {
  try {
    await shows();
    return true;
  } catch {
    return false;
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
