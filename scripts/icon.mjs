// `node scripts/icon.mjs` renders docs/images/icon.png, which the Marketplace requires, from icon.svg. Needs Chromium.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const size = 128;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: size, height: size } });
const svg = readFileSync(`${folder}icon.svg`, 'utf8');
await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
await page.screenshot({ path: `${folder}icon.png`, omitBackground: true });
await browser.close();
