import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { freshBundle } from '../fresh-dist.ts';
import { patience } from './eventually.ts';

const browser = await provideProgram('chromium', 'chromium');
const library = freshBundle('library.mjs');
const layout = fileURLToPath(new URL('../../samples/image-layout', import.meta.url));

/** Uses the library in a page, bundled for browsers like any other script. */
const script = `
import { createLanguageService, fix, lint, lintLayout } from ${JSON.stringify(library)};
window.answers = async (descriptor, base64) => {
  const bytesOf = ([path, text]) => [path, Uint8Array.from(atob(text), (one) => one.charCodeAt(0))];
  const layout = Object.fromEntries(base64.map(bytesOf));
  const service = createLanguageService();
  service.open('file:///a.json', descriptor);
  const position = { line: 0, character: descriptor.indexOf('sha256:') + 2 };
  return {
    rules: (await lint(descriptor, { kind: 'descriptor' })).findings.map(({ rule }) => rule),
    bytes: (await lint(new TextEncoder().encode(descriptor))).errors,
    fixed: (await fix(descriptor)).document,
    layout: (await lintLayout(layout)).errors,
    broken: (await lintLayout({ ...layout, 'oci-layout': '{}' })).files[0].findings.map(({ pointer }) => pointer),
    diagnostics: (await service.diagnostics('file:///a.json')).map(({ code }) => code),
    hover: JSON.stringify(await service.hover('file:///a.json', position)),
  };
};`;

test('the library runs in a page with a policy that forbids eval', { skip: skipUnless(browser) }, async (t) => {
  const bundled = await build({
    stdin: { contents: script, resolveDir: layout },
    bundle: true,
    write: false,
    platform: 'browser',
  });
  const code = bundled.outputFiles[0]!.text;
  assert.equal(browser.available, true, 'otherwise it was skipped');
  const chrome = await chromium.launch({
    executablePath: browser.available ? browser.path : '',
    args: ['--no-sandbox'],
    timeout: patience,
  });
  t.after(() => chrome.close());
  const page = await chrome.newPage();
  page.setDefaultTimeout(patience);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const policy = { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" };
  await page.route('http://page.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code, headers: policy })
      : route.fulfill({ contentType: 'text/html', body: '<script src="library.js"></script>', headers: policy }),
  );
  await page.goto('http://page.test/');
  const descriptor = JSON.stringify({ mediaType: 'text/plain', digest: `sha256:${'a'.repeat(64)}`, size: '3' });
  const answers = await page.evaluate(([text, files]) => (globalThis as unknown as Page).answers(text, files), [
    descriptor,
    filesOf(layout),
  ] as const);
  assert.deepEqual(faults, [], 'no error in the page');
  const { hover, ...others } = answers;
  assert.deepEqual(others, {
    rules: ['descriptor-size'],
    bytes: 1,
    fixed: descriptor.replace('"3"', '3'),
    layout: 0,
    broken: [''],
    diagnostics: ['descriptor-size'],
  });
  assert.match(String(hover), /Digest/, 'the hover is about the digest');
});

interface Page {
  answers(text: string, files: readonly (readonly [string, string])[]): Promise<Readonly<Record<string, unknown>>>;
}

/** Every file of a folder in base64. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path), readFileSync(path).toString('base64')]);
}
