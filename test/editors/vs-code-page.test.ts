import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { eventually } from './eventually.ts';
import { newPerson, type Person } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');

describe('VS Code extension page, in German', { skip: skipUnless(server) || skipUnless(browser) }, () => {
  let vsCode: VsCode;
  before(async () => {
    assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
    const person = newPerson();
    speakGerman(person);
    vsCode = await startVsCode({ server, browser: browser.path }, person, 'node');
  });
  after(() => vsCode?.quit());

  it('the page loads no images from the network', async () => {
    const { page } = vsCode;
    await vsCode.until(
      async () => {
        await page.keyboard.press('Control+Shift+x');
        await page.locator('.extension-list-item', { hasText: 'OCI Manifests' }).first().click({ timeout: 5000 });
      },
      () => page.locator('.extension-editor .name', { hasText: 'OCI Manifests' }).waitFor({ timeout: 5000 }),
    );
    await eventually(async () => assert.match(await textOfFrames(vsCode), /No telemetry\./));
    assert.deepEqual(await picturesIn(vsCode), []);
  });

  it('has a walkthrough with images', async () => {
    await vsCode.walkthroughStep('OCI-Image-Indizes', 'Digests und Größen reparieren');
    await eventually(async () => assert.deepEqual(await picturesIn(vsCode), [1000]));
  });

  it('shows command titles and prompts in German', async () => {
    await vsCode.until(
      () => vsCode.command('OCI: Beispiel-Layout öffnen…'),
      () => vsCode.item('Schreibgeschützt öffnen').waitFor({ timeout: 5000 }),
    );
    await vsCode.page.keyboard.press('Escape');
  });
});

/** Switches VS Code to German with a language pack that contains no translations of VS Code itself. */
function speakGerman(person: Person): void {
  const texts = 'user/nothing.json';
  // Extensions only start if the extension that provides the language is installed.
  const extensions = [{ extensionIdentifier: { id: 'somebody.german' }, version: '1.0.0' }];
  const pack = { hash: 'none', label: 'Deutsch', extensions, translations: { vscode: join(person.home, texts) } };
  person.write(texts, JSON.stringify({ contents: {} }));
  person.write('user/languagepacks.json', JSON.stringify({ de: pack }));
  person.write('user/User/argv.json', JSON.stringify({ locale: 'de' }));
}

async function inFrames<Value>(vsCode: VsCode, ask: () => Value): Promise<readonly Value[]> {
  const frames = vsCode.page.frames().slice(1);
  return (await Promise.all(frames.map((frame) => frame.evaluate(ask).catch(() => undefined)))).filter(
    (value) => value !== undefined,
  );
}

async function textOfFrames(vsCode: VsCode): Promise<string> {
  return (await inFrames(vsCode, textOfPage)).join('\n');
}

/** The widths of the images on a page of an extension, with 0 for broken ones. */
async function picturesIn(vsCode: VsCode): Promise<readonly number[]> {
  return (await inFrames(vsCode, widthsOfPictures)).flat();
}

interface Page {
  readonly document: {
    readonly body: { readonly innerText: string };
    readonly images: Iterable<{ readonly naturalWidth: number }>;
  };
}

/** These run in the page. */
function textOfPage(): string {
  return (globalThis as unknown as Page).document.body.innerText;
}

function widthsOfPictures(): readonly number[] {
  return [...(globalThis as unknown as Page).document.images].map(({ naturalWidth }) => naturalWidth);
}
