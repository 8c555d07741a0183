import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { CodeServer } from '../../scripts/provision/code-server.ts';
import { eventually } from './eventually.ts';
import { fromRoot, newPerson, type Person } from './person.ts';
import { outputOf, startProgram } from './programs.ts';

/** Where VS Code runs the extension: in a Node process, or in a web worker as on vscode.dev. */
export type Host = 'node' | 'web';

/** What VS Code needs to be started. */
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

/** The browser does nothing by itself, and asks nobody for anything. */
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
 * The first window of a code-server that was just built takes a minute to draw itself: everything is compiled for the first
 * time. Nobody's test is to wait for that.
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
 * Installs the packaged extension in a VS Code of its own, and opens a window on a person's folder. `own`: settings; `others`:
 * more extensions, packed.
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
  const port = await freePort();
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  startProgram(server.node, [...run, ...quiet, '--bind-addr', `127.0.0.1:${port}`], { env: person.env });
  const url = `http://127.0.0.1:${port}/`;
  await eventually(async () => (await fetch(url)).body?.cancel());
  const chrome = await chromium.launch({ executablePath: browser, args: browserFlags });
  const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}?folder=${encodeURIComponent(person.folder)}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 180_000 });
  return new VsCode(chrome, page);
}

/** A window of VS Code, and what a person does and sees in it. */
export class VsCode {
  constructor(
    private readonly chrome: Browser,
    readonly page: Page,
  ) {}

  /** Opens a file by its path, as Ctrl+P does. */
  async open(path: string): Promise<void> {
    const [name = '', folder = ''] = path.split('/').reverse();
    await eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+p');
      const input = this.page.locator('.quick-input-widget input.input');
      await input.fill(path, { timeout: 5000 });
      const first = this.page.locator('.quick-input-list .monaco-list-row').first();
      // Files of one name lie in many folders, and the one that was open last comes first until the path is looked up.
      await first.filter({ hasText: name }).filter({ hasText: folder }).waitFor({ timeout: 5000 });
      await this.page.keyboard.press('Enter');
      await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 5000 });
    });
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.page.mouse.move(640, 790);
  }

  /**
   * Repeats an action until its result shows. VS Code drops keys and clicks while it redraws, so the action must be safe to
   * repeat.
   */
  async until(act: () => Promise<unknown>, shows: () => Promise<unknown> | unknown): Promise<void> {
    await eventually(async () => {
      await act();
      await eventually(shows, 10_000);
    });
  }

  /** The rows of the Problems panel: message, source, rule, place. */
  async problems(): Promise<readonly string[]> {
    const panel = this.page.locator('.markers-panel-container');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+m');
    await panel.waitFor({ timeout: 5000 });
    return (await this.fromTheTop('.monaco-list-row:has(.marker-icon)', panel)).map(inOneLine);
  }

  /** How many wavy lines of a severity are in sight. */
  squiggles(severity: 'error' | 'warning'): Promise<number> {
    return this.page.locator(`.view-overlays .squiggly-${severity}`).count();
  }

  /** What the language status says when the mouse is over it. */
  async languageStatus(): Promise<string> {
    await this.page.mouse.move(640, 300);
    await this.page.locator('[id="status.languageStatus"]').hover();
    const card = this.page.locator('.hover-language-status');
    await card.first().waitFor({ timeout: 5000 });
    return (await card.allInnerTexts()).join('\n');
  }

  /** "JSON" in the status bar. */
  languageMode(): Promise<string> {
    return this.page.locator('[id="status.editor.mode"]').innerText();
  }

  /** The lenses in sight, from the top. */
  lenses(): Promise<readonly string[]> {
    return this.fromTheTop('.codelens-decoration');
  }

  /** Clicks on the lens that has a text. */
  async clickLens(text: string): Promise<void> {
    await eventually(async () => {
      // Away from whatever shows a card.
      await this.page.mouse.move(640, 790);
      await this.page.locator('.codelens-decoration a', { hasText: text }).first().click({ timeout: 2000 });
    });
  }

  /** Runs a command by its title, as Ctrl+Shift+P does. */
  async command(title: string): Promise<void> {
    await eventually(async () => (await this.offered(title)).click({ timeout: 5000 }));
  }

  /**
   * Waits until a command is offered, and leaves the list of commands: some are offered only once the server has said what
   * the document is, and a list that is open does not grow.
   */
  async untilOffered(title: string): Promise<void> {
    await eventually(() => this.offered(title));
    await this.page.keyboard.press('Escape');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 5000 });
  }

  /** Opens the list of commands, and rejects where it has none of this title. */
  private async offered(title: string): Promise<Locator> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Control+Shift+p');
    await this.page.locator('.quick-input-widget input.input').fill(`>${title}`, { timeout: 5000 });
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.waitFor({ timeout: 5000 });
    return row;
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    await eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.focusText();
      await this.page.keyboard.press('Control+g');
      await input.fill(`:${line}:${column}`, { timeout: 2000 });
      await this.page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden', timeout: 2000 });
      const at = await this.page.locator('[id="status.editor.selection"]').innerText({ timeout: 2000 });
      assert.match(at, new RegExp(`Ln ${line}, `));
    });
  }

  /** Types into an editor that takes nothing, and waits until it says so. */
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
    await eventually(async () => {
      await this.command('Welcome: Open Walkthrough...');
      await this.page.locator('.quick-input-widget input.input').fill(walkthrough, { timeout: 5000 });
      await this.page
        .locator('.quick-input-list .monaco-list-row', { hasText: walkthrough })
        .first()
        .click({ timeout: 5000 });
      await step.click({ timeout: 5000 });
    });
    return step;
  }

  /** Gives the room of the Problems panel back to the editor. */
  async hideProblems(): Promise<void> {
    const panel = this.page.locator('.markers-panel-container');
    await eventually(async () => {
      if (await panel.isVisible()) await this.page.keyboard.press('Control+j');
      await panel.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  /** Takes what the light bulb offers at the cursor. */
  async quickFix(title: string): Promise<void> {
    const action = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
      await action.waitFor({ timeout: 2000 });
    });
    // Some versions block the pointer until it moves.
    await this.page.mouse.move(640, 790);
    await action.click();
  }

  /** The card on a word of the editor, found by its text. */
  async hoverOn(text: string): Promise<string> {
    const card = this.page.locator('.monaco-hover-content:visible').first();
    return eventually(async () => {
      await this.page.mouse.move(640, 790);
      await this.word(text).hover({ position: { x: 20, y: 8 }, timeout: 2000 });
      await card.waitFor({ timeout: 2000 });
      return card.innerText();
    });
  }

  /** The labels that the suggest widget offers at the cursor. */
  async suggestions(): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    return eventually(async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+Space');
      await rows.first().waitFor({ timeout: 2000 });
      return (await this.fromTheTop('.suggest-widget.visible .monaco-list-row .label-name')).map(inOneLine);
    });
  }

  /** The entries of the outline in sight, as they read. */
  async outline(): Promise<readonly string[]> {
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    if (!(await rows.first().isVisible())) await this.command('Explorer: Focus on Outline View');
    await rows.first().waitFor({ timeout: 5000 });
    return (await this.fromTheTop('.outline-pane .monaco-list-row')).map(inOneLine);
  }

  /** Chooses from the context menu of something. A menu takes no click in its first moments: it is clicked until it is gone. */
  async fromMenu(target: Locator, label: string): Promise<void> {
    // The menu is in a shadow root, which locators look through; a click on its text alone may hit its border.
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

  /** What the notifications in sight say, and their buttons, a line each: those of the editor itself among them. */
  async notifications(): Promise<string> {
    const toasts = await this.page.locator('.notifications-toasts .notification-list-item').allInnerTexts();
    return toasts.map(inOneLine).join('\n');
  }

  /** Presses a button of a notification. */
  async answer(button: string): Promise<void> {
    const shown = this.page.locator('.notifications-toasts .monaco-button', { hasText: button }).first();
    await shown.waitFor();
    await eventually(async () => {
      if (await shown.isVisible()) await shown.click({ timeout: 2000 });
      await shown.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  /** What a dialog asks, in the middle of the window. */
  async dialog(): Promise<string> {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ timeout: 5000 });
    return inOneLine(await dialog.innerText());
  }

  /** Presses a button of a dialog. */
  async choose(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).first().click();
    await this.page.locator('.monaco-dialog-box').waitFor({ state: 'hidden', timeout: 5000 });
  }

  /** Has the document in front be of another language. */
  async changeLanguage(name: string): Promise<void> {
    const choose = async () => {
      await this.page.keyboard.press('Escape');
      await this.page.locator('[id="status.editor.mode"]').click({ timeout: 5000 });
      await this.page.locator('.quick-input-widget input.input').fill(name, { timeout: 5000 });
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click({ timeout: 5000 });
    };
    await this.until(choose, async () => assert.equal(await this.languageMode(), name));
  }

  /** Undoes what was done last, in all files that it changed. */
  async undo(): Promise<void> {
    await this.focusText();
    await this.page.keyboard.press('Control+z');
  }

  /** Does again what was undone last. */
  async redo(): Promise<void> {
    await this.focusText();
    await this.page.keyboard.press('Control+Shift+z');
  }

  /** The lines of the editor in sight, from the top. */
  async lines(): Promise<readonly string[]> {
    const lines = await this.fromTheTop('.editor-instance .view-line');
    return lines.map((line) => line.replaceAll('\u00a0', ' '));
  }

  /** Moves the focus to the text of the editor in front. */
  async focusText(): Promise<void> {
    await this.page.locator('.editor-instance .view-lines').first().click({ timeout: 5000 });
  }

  /**
   * The texts of elements in the order in which they are seen, which is not that of the page. They are read in one step:
   * elements found in one and read in another may have been replaced in between, and are nowhere then.
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

  /** Keeps a picture for the README, when one is asked for. */
  async picture(name: string): Promise<void> {
    if (process.env.UPDATE_SCREENSHOTS !== '1') return;
    await this.page.screenshot({ path: fromRoot(`docs/images/${name}.png`) });
  }

  async quit(): Promise<void> {
    await this.chrome.close();
  }

  private word(text: string): Locator {
    return this.page.locator('.editor-instance .view-line span span', { hasText: text }).first();
  }
}

/** An element of the page. */
interface Seen {
  readonly innerText: string;
  getBoundingClientRect(): { readonly y: number };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
